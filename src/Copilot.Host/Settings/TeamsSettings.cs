namespace Copilot.Host.Settings;

/// <summary>The bot in Teams: who it is and where it speaks. <c>docs/teams.md</c> says how to make one.</summary>
internal sealed record TeamsSettings
{
    /// <summary>Gets the id of the bot's application, a GUID.</summary>
    public required string AppId { get; init; }

    /// <summary>Gets the application's secret.</summary>
    public required string AppSecret { get; init; }

    /// <summary>Gets the only directory people may come from; null when <see cref="Tenants"/> says it.</summary>
    public string? TenantId { get; init; }

    /// <summary>Gets the directories whose people may speak to the bot; none means any.</summary>
    public required IReadOnlyList<string> Tenants { get; init; }

    /// <summary>Gets where the keys of the channel's tokens are described.</summary>
    public required Uri OpenIdMetadata { get; init; }

    /// <summary>Gets where the bot gets its own tokens.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Gets who signs the channel's tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>Gets what the bot's own tokens are for.</summary>
    public required string Scope { get; init; }

    /// <summary>Gets the address under which Teams asks the directory for tokens of people, <c>api://…</c>; null without single sign-on.</summary>
    public string? SsoResource { get; init; }

    /// <summary>Gets the sensitivity label that answers carry; null for none.</summary>
    public SensitivityLabel? Label { get; init; }

    /// <summary>Gets a value indicating whether the channel is a practice one on this machine, the only case in which plain HTTP is spoken.</summary>
    public bool IsPractice => OpenIdMetadata.IsLoopback && TokenEndpoint.IsLoopback;
}
