using Copilot.Contracts;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>A session of somebody who came from Odoo.</summary>
/// <param name="Token">The bearer token.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="ExpiresAt">When the token lapses, UTC.</param>
/// <param name="Record">The record in view, or null.</param>
/// <param name="About">The record that questions are about, or null.</param>
/// <param name="AboutName">Its name, or null.</param>
internal sealed record SidebarView(string Token, string DisplayName, DateTimeOffset ExpiresAt, RecordRef? Record, RecordRef? About, string? AboutName);
