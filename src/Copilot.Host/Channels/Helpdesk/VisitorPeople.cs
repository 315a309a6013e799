using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Identity.Accounts;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>
/// Says which caller a visitor from Odoo is. Somebody who is known here already by the same account in Odoo stays the same person in every channel, so that
/// conversations go on and nobody approves in one channel what they asked for in another.
/// </summary>
internal sealed class VisitorPeople(CopilotSettings settings, AccountLinkStore links)
{
    private const string Prefix = "odoo:";
    private const string DemoPrefix = "demo:";

    /// <summary>Finds the caller.</summary>
    /// <param name="visitor">The visitor.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The caller with the rights of today.</returns>
    public async Task<Caller> FindAsync(OdooVisitor visitor, CancellationToken cancellationToken)
    {
        var caller = settings.People.Where(p => p.Login.Equals(visitor.Login, StringComparison.OrdinalIgnoreCase)).ToList() is [var person]
            ? Narrow(person.ToCaller(), visitor)
            : new Caller { Id = await IdAsync(visitor, cancellationToken), DisplayName = visitor.Name, Roles = Roles(visitor), Companies = visitor.Companies };
        return caller with { TimeZone = visitor.TimeZone ?? caller.TimeZone, Language = visitor.Language ?? caller.Language };
    }

    // What the list of people says counts, but nobody has a company here that Odoo does not give.
    private static Caller Narrow(Caller person, OdooVisitor visitor)
        => person with { Companies = [.. person.Companies.Where(company => visitor.Companies.Any(own => own.Id == company.Id))] };

    // A link was checked with Odoo when it was made: whoever holds it knew the account's secret. A persona is anybody, and an account that several linked says nothing.
    private async Task<string> IdAsync(OdooVisitor visitor, CancellationToken cancellationToken)
        => await links.OwnersAsync(visitor.Login, cancellationToken) is [var owner] && !owner.StartsWith(DemoPrefix, StringComparison.Ordinal)
            ? owner
            : Prefix + visitor.UserId.ToString(CultureInfo.InvariantCulture);

    private List<string> Roles(OdooVisitor visitor)
        => [.. RoleNames.All.Where(role => visitor.Groups.Any(group => settings.Sidebar!.Roles.GetValueOrDefault(group) == role))];
}
