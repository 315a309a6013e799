using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>Lets a visitor in: finds who it is, keeps the key that came along, notes it in the audit trail, and makes the session.</summary>
internal sealed class SidebarArrival(VisitorPeople people, HandedAccounts accounts, SidebarSessions sessions, AuditNotes audit)
{
    /// <summary>Signs a visitor in.</summary>
    /// <param name="visitor">The visitor, vouched for.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The session.</returns>
    public async Task<SidebarView> WelcomeAsync(OdooVisitor visitor, CancellationToken cancellationToken)
    {
        var caller = await people.FindAsync(visitor, cancellationToken);
        var (token, expiresAt) = sessions.Issue(caller);
        await accounts.KeepAsync(caller, visitor, cancellationToken);
        await audit.WriteAsync(
            caller,
            AuditEntryKind.SignedIn,
            new()
            {
                ["way"] = "sidebar",
                ["login"] = visitor.Login,
                ["user"] = visitor.UserId,
                ["roles"] = new System.Text.Json.Nodes.JsonArray([.. caller.Roles.Select(role => System.Text.Json.Nodes.JsonValue.Create(role))]),
                ["record"] = visitor.Record is { } record ? $"{record.Model}/{record.Id}" : null,
                ["ownKey"] = visitor.Key is not null,
                ["expiresAt"] = expiresAt.ToString("O"),
            },
            turnId: null,
            conversationId: null,
            cancellationToken);
        return new SidebarView(token, caller.DisplayName, expiresAt, visitor.Record, visitor.About, visitor.AboutName);
    }
}
