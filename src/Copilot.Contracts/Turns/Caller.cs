namespace Copilot.Contracts;

/// <summary>Who asks: the identity every right is read from.</summary>
public sealed record Caller
{
    /// <summary>Gets the stable identifier, unique within the tenant, for example <c>demo:sales-rep</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Gets the tenant: one Odoo database with its knowledge, policies and audit chain.</summary>
    public string Tenant { get; init; } = "default";

    /// <summary>Gets the roles, by <see cref="RoleNames"/>. No role means no rights.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Gets the companies the caller may see, as Odoo knows them.</summary>
    public required IReadOnlyList<CompanyRef> Companies { get; init; }

    /// <summary>
    /// Gets a value indicating whether a caller without an account in the business system may work with the service account, within
    /// <see cref="Companies"/>. Set by the one who runs tools, for one call, from its permit; never by a channel.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SharedAccess { get; init; }

    /// <summary>Gets the language of answers, an ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Gets the IANA time zone in which "today" and "by Friday" are read.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";
}
