using Copilot.Contracts;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>Somebody who is signed in to Odoo, as Odoo vouched for the person.</summary>
internal sealed record OdooVisitor
{
    /// <summary>Gets the user's id in Odoo.</summary>
    public required int UserId { get; init; }

    /// <summary>Gets the login.</summary>
    public required string Login { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the companies the user may work in.</summary>
    public required IReadOnlyList<CompanyRef> Companies { get; init; }

    /// <summary>Gets the user's groups by their external ids.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the time zone, an IANA name; or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the language in which the person uses Odoo, an ISO 639-1 code; or null.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the record the person looks at, or null.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>Gets the record that questions are about: the customer of a lead, the order of a transfer; else the one looked at.</summary>
    public RecordRef? About { get; init; }

    /// <summary>Gets the name of that record, or null.</summary>
    public string? AboutName { get; init; }

    /// <summary>Gets the key to Odoo that was made for this person, or null when Odoo hands none over.</summary>
    public string? Key { get; init; }

    /// <summary>Gets when that key lapses, UTC.</summary>
    public DateTimeOffset KeyExpiresAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Login} ({UserId}), key hidden";
}
