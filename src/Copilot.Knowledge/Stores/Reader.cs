using Copilot.Contracts;

namespace Copilot.Knowledge.Stores;

/// <summary>Whose rights a query is answered with.</summary>
/// <param name="Names">The names under which documents may admit the reader: roles, and <c>user:ID</c>; none means no rights at all.</param>
/// <param name="Companies">The companies, by name.</param>
internal sealed record Reader(IReadOnlyList<string> Names, IReadOnlyList<string> Companies)
{
    /// <summary>What a reader entry that admits one person begins with.</summary>
    public const string UserPrefix = "user:";

    /// <summary>Takes the rights of a caller; a caller without a role has none.</summary>
    public static Reader Of(Caller caller)
        => new(caller.Roles.Count == 0 ? [] : [.. caller.Roles, UserPrefix + caller.Id], [.. caller.Companies.Select(c => c.Name)]);
}
