namespace Copilot.Host.Settings;

/// <summary>The sidebar inside Odoo: whose tokens open it, which pages may frame it, and who may do what. <c>docs/sidebar.md</c> says how to set it up.</summary>
internal sealed record SidebarSettings
{
    /// <summary>Gets the keys that Odoo signs with, by their names. Several while one takes the place of another.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Gets what tokens must be meant for.</summary>
    public required string Audience { get; init; }

    /// <summary>Gets the origins of Odoo as browsers write them: only their pages may show the sidebar.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Gets which group of Odoo means which role here.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Gets how long one sign-in lasts; then the page asks Odoo again.</summary>
    public required TimeSpan Session { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Origins.Count} origins, {Keys.Count} keys (hidden)";
}
