using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Company;

/// <summary>Trouble that came to an end: an exception of the watch, or a service ticket.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Days">How long it was open, in days with two decimals.</param>
/// <param name="IsTicket">Whether it is a ticket.</param>
internal sealed record EndedTrouble(string Name, decimal Days, bool IsTicket)
{
    /// <summary>The customers whose orders it hit, or whose ticket it is; empty when that was not asked or is not known.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    public IReadOnlyList<string> Warehouses { get; init; } = [];

    public IReadOnlyList<string> Suppliers { get; init; } = [];

    /// <summary>The names it is compared under.</summary>
    /// <param name="group"><c>customer</c>, <c>warehouse</c> or <c>supplier</c>.</param>
    public IReadOnlyList<string> Of(string group) => group switch { "customer" => Customers, "supplier" => Suppliers, _ => Warehouses };

    /// <summary>What was counted, for people: "14 tickets", "3 exceptions and 1 ticket".</summary>
    public static string Words(IReadOnlyList<EndedTrouble> ended)
    {
        var (tickets, exceptions) = (ended.Count(t => t.IsTicket), ended.Count(t => !t.IsTicket));
        var of = new[] { exceptions > 0 ? Phrase.Count(exceptions, "exception", "exceptions") : null, tickets > 0 ? Phrase.Count(tickets, "ticket", "tickets") : null };
        return Phrase.List(of.OfType<string>());
    }
}
