using Copilot.Contracts;

namespace Copilot.Knowledge.Stores;

/// <summary>Whose rights a query is answered with.</summary>
/// <param name="Roles">The roles; none means no rights at all.</param>
/// <param name="Companies">The companies, by name.</param>
internal sealed record Reader(IReadOnlyList<string> Roles, IReadOnlyList<string> Companies)
{
    /// <summary>Takes the rights of a caller.</summary>
    public static Reader Of(Caller caller) => new(caller.Roles, [.. caller.Companies.Select(c => c.Name)]);
}
