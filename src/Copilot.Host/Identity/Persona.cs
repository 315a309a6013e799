using Copilot.Contracts;

namespace Copilot.Host.Identity;

/// <summary>A person of the demo company that anybody may play.</summary>
/// <param name="Name">The persona's name, which is also the role and the sandbox login.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Companies">The companies the person works for.</param>
internal sealed record Persona(string Name, string DisplayName, IReadOnlyList<CompanyRef> Companies)
{
    /// <summary>Gets the persona as the one who asks.</summary>
    /// <returns>The caller.</returns>
    public Caller ToCaller() => new()
    {
        Id = "demo:" + Name,
        DisplayName = DisplayName,
        Roles = [Name],
        Companies = Companies,
    };
}
