using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions;

/// <summary>Reads that several actions need while they are prepared.</summary>
internal static class ActionReads
{
    /// <summary>The fields of a sales order that drafts show.</summary>
    public static readonly IReadOnlyList<string> OrderFields =
    [
        "name", "state", "partner_id", "commitment_date", "amount_untaxed", "currency_id", "user_id", "company_id", "tag_ids", "locked", "validity_date",
        "margin_percent", "write_date", "write_uid",
    ];

    public static async Task<OdooRow?> OneAsync(this ActionDesk desk, Caller caller, string model, int id, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => await desk.Client.ReadAsync(caller, model, [id], fields, cancellationToken) is [var row, ..] ? row : null;

    public static async Task<IReadOnlyList<OdooRow>> ManyAsync(
        this ActionDesk desk, Caller caller, string model, OdooDomain domain, IReadOnlyList<string> fields, CancellationToken cancellationToken, string order = "id", int limit = 500)
        => (await desk.Client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = order, Limit = limit }, cancellationToken)).Rows;

    /// <summary>The currency of the caller's first company; EUR where the account may not know.</summary>
    public static async Task<string> CurrencyAsync(this ActionDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        var company = caller.Companies.Count > 0 ? await desk.OneAsync(caller, "res.company", caller.Companies[0].Id, ["currency_id"], cancellationToken) : null;
        return company?.Link("currency_id")?.Name ?? "EUR";
    }

    /// <summary>The customer's class as its tags say it. Two round trips.</summary>
    public static async Task<string?> ClassAsync(this ActionDesk desk, Caller caller, int partnerId, CancellationToken cancellationToken)
    {
        if (!await desk.Client.MayReadAsync(caller, "res.partner", cancellationToken)
            || await desk.OneAsync(caller, "res.partner", partnerId, ["category_id"], cancellationToken) is not { } partner || partner.Links("category_id").Count == 0)
        {
            return null;
        }

        var prefix = desk.Conventions.CustomerClassPrefix;
        var tags = await desk.Client.ReadAsync(caller, "res.partner.category", [.. partner.Links("category_id")], ["name"], cancellationToken);
        return tags.Select(t => t.Text("name")).FirstOrDefault(n => n?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true)?[prefix.Length..].Trim();
    }

    /// <summary>Puts a sales order on the sheet: version, evidence, company, class of the customer.</summary>
    public static async Task<RecordRef> OrderAsync(this DraftSheet sheet, ActionDesk desk, OdooRow order, CancellationToken cancellationToken)
    {
        var (name, customer, currency) = (order.Text("name") ?? "?", order.Link("partner_id")?.Name ?? "?", order.CurrencyOf());
        var promised = sheet.Sheet.Days.Of(order.Moment("commitment_date"));
        sheet.Company = order.Link("company_id")?.Name;
        sheet.CustomerClass = order.Link("partner_id") is { } partner ? await desk.ClassAsync(sheet.Context.Caller, partner.Id, cancellationToken) : null;
        return sheet.Record(
            "sale.order",
            order,
            name,
            $"Sales order {name} — {customer}",
            $"{name} for {customer}, {Phrase.Money(order.Number("amount_untaxed"), currency)} net, {(promised is { } p ? $"promised {Phrase.Day(p)}" : "no promised date")}",
            [
                FactOf.Code("Order", name),
                FactOf.Text("Customer", customer),
                FactOf.Money("Net amount", order.Number("amount_untaxed"), currency),
                .. promised is { } day ? [FactOf.Date("Promised date", day)] : Array.Empty<Fact>(),
                .. sheet.CustomerClass is { } c ? [FactOf.Text("Customer class", c)] : Array.Empty<Fact>(),
            ]);
    }

    /// <summary>Puts a purchase order on the sheet.</summary>
    public static RecordRef Purchase(this DraftSheet sheet, OdooRow order)
    {
        var (name, supplier, currency) = (order.Text("name") ?? "?", order.Link("partner_id")?.Name ?? "?", order.CurrencyOf());
        var planned = sheet.Sheet.Days.Of(order.Moment("date_planned"));
        sheet.Company = order.Link("company_id")?.Name;
        return sheet.Record(
            "purchase.order",
            order,
            name,
            $"Purchase order {name} — {supplier}",
            $"{name} at {supplier}, {Phrase.Money(order.Number("amount_untaxed"), currency)} net{(planned is { } p ? $", expected {Phrase.Day(p)}" : string.Empty)}",
            [
                FactOf.Code("Purchase order", name),
                FactOf.Text("Supplier", supplier),
                FactOf.Money("Net amount", order.Number("amount_untaxed"), currency),
                .. planned is { } day ? [FactOf.Date("Expected", day)] : Array.Empty<Fact>(),
            ]);
    }

    /// <summary>The document's currency code.</summary>
    public static string CurrencyOf(this OdooRow row) => row.Link("currency_id")?.Name ?? "EUR";

    /// <summary>A product's code where it has one, else its name.</summary>
    public static string ProductOf(this OdooRow row, string field = "product_id") => row.Link(field) is { } product ? ProductCode(product.Name) : "?";

    /// <summary>The code out of Odoo's "[CODE] Name".</summary>
    public static string ProductCode(string displayName)
        => displayName.StartsWith('[') && displayName.IndexOf(']', StringComparison.Ordinal) is > 1 and var end ? displayName[1..end] : displayName;
}
