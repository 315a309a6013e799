using Copilot.Contracts;

namespace Copilot.Host.Console;

/// <summary>What a person sees of the account they work with in Odoo.</summary>
/// <param name="Linked">Whether an account is linked.</param>
/// <param name="Server">Odoo's address, or null for the practice company.</param>
/// <param name="Database">Odoo's database.</param>
/// <param name="MayLink">Whether an account may be linked here.</param>
/// <param name="Note">What to know before linking, or null.</param>
internal sealed record LinkView(bool Linked, string? Server, string Database, bool MayLink, string? Note)
{
    /// <summary>Gets the login.</summary>
    public string? Login { get; init; }

    /// <summary>Gets the person's name in Odoo.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the companies the account belongs to.</summary>
    public IReadOnlyList<CompanyRef>? Companies { get; init; }

    /// <summary>Gets when it was linked.</summary>
    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>Gets when its key lapses.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
