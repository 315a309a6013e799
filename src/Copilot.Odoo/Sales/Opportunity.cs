using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>A lead or an opportunity of the CRM.</summary>
internal sealed record Opportunity(OdooRow Row)
{
    public int Id => Row.Id;

    public string Name { get; } = Phrase.Clean(Row.Text("name"), 120);

    public bool IsLead { get; } = Row.Text("type") == "lead";

    /// <summary>Set aside: lost, or archived.</summary>
    public bool IsArchived { get; } = Row.Has("active") && !Row.Flag("active");

    public bool IsWon { get; } = Row.Number("probability") >= 100;

    /// <summary>Whom it is about: the customer, or as whoever wrote it down was called.</summary>
    public string? Customer { get; } = Row.Link("partner_id")?.Name ?? Row.Text("partner_name") ?? Row.Text("contact_name");

    public string? Stage { get; } = Row.Link("stage_id")?.Name;

    public string? Salesperson { get; } = Row.Link("user_id")?.Name;

    public decimal Revenue { get; } = Math.Round(Row.Number("expected_revenue"), 2);

    public decimal Probability { get; } = Math.Round(Row.Number("probability"), 1);

    public string Currency { get; } = Row.Link("company_currency")?.Name ?? "EUR";

    public DateOnly? Closing { get; } = Row.Date("date_deadline");

    /// <summary>The name with whom it is about.</summary>
    public string Title => Customer is null ? Name : $"{Name} — {Customer}";

    /// <summary>Adds it as evidence.</summary>
    public string AddTo(AnswerSheet sheet)
        => sheet.Record(
            "crm.lead",
            Id,
            $"{(IsLead ? "Lead" : "Opportunity")} {Title}",
            $"{Name}{(Customer is null ? string.Empty : $" for {Customer}")}: {Stage}, {Phrase.Money(Revenue, Currency)} expected at {Phrase.Percent(Probability)}"
                + (Closing is { } closing ? $", closing expected {Phrase.Day(closing)}" : string.Empty) + (Salesperson is null ? string.Empty : $", {Salesperson}") + Reached(),
            Row,
            [
                FactOf.Text("Opportunity", Name), FactOf.Text("Customer", Customer), FactOf.Text("Stage", Stage), FactOf.Text("Salesperson", Salesperson),
                FactOf.Money("Expected revenue", Revenue, Currency), FactOf.Percent("Probability", Probability), .. Closing is { } day ? [FactOf.Date("Expected closing", day)] : Array.Empty<Fact>(),
            ]);

    /// <summary>How the contact is reached, as it was written down.</summary>
    public string Reached()
    {
        var parts = new[] { Row.Text("contact_name"), Row.Text("email_from"), Row.Text("phone") }.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => Phrase.Clean(p, 80)).ToList();
        return parts.Count == 0 ? string.Empty : $"; contact: {string.Join(", ", parts)}";
    }
}
