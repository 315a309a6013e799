namespace Copilot.Host.Channels.Helpdesk;

/// <summary>A visitor from Odoo who wants in.</summary>
/// <param name="Token">The token that Odoo signed.</param>
internal sealed record SidebarSignIn(string? Token);
