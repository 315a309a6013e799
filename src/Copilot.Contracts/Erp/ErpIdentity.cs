namespace Copilot.Contracts;

/// <summary>Whom the business system knows under a credential: what it said when it was asked.</summary>
public sealed record ErpIdentity
{
    /// <summary>Gets the credential to work with; not always the one that was given.</summary>
    public required ErpCredential Credential { get; init; }

    /// <summary>Gets the person's name in the business system.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the companies the account belongs to; empty when it may not know.</summary>
    public required IReadOnlyList<CompanyRef> Companies { get; init; }

    /// <summary>Gets when the credential lapses, UTC; null when that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
