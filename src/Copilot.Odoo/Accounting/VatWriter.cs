using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes the tax of a period: for each company, as each files its own return, and month by month where that was asked for.</summary>
internal sealed class VatWriter(AnswerSheet sheet, Period period, string side)
{
    private const string Definition = "the tax on posted invoices, bills, receipts and credit notes by their accounting date, in the company's currency; drafts are not counted";

    public ToolResult Write(IReadOnlyList<VatSum> sums)
    {
        var what = side switch { "sales" => "customer invoice", "purchases" => "vendor bill", _ => "invoice or bill" };
        if (sums.Count == 0)
        {
            var nothing = sheet.Aggregate("vat:none", $"Tax {period.Words}", $"no posted {what} {period.Words}", FactOf.Number("Documents", 0), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
            sheet.Say(FindingRole.Headline, $"No {what} was posted {period.Words}, so there is no VAT on any{sheet.Scope}", null, nothing);
            return sheet.Finish();
        }

        var whole = sums.GroupBy(s => s.CompanyId).Select(g => g.Aggregate((a, b) => a.Plus(b)) with { Month = null })
            .OrderByDescending(s => Math.Abs(s.SoldTax) + Math.Abs(s.BoughtTax)).ThenBy(s => s.Company, StringComparer.Ordinal).ToList();
        var cited = whole.ConvertAll(s => Sources(s, period));
        sheet.Say(FindingRole.Headline, $"VAT {period.Words}: {Phrase.List(whole.Select(s => $"{s.Company} {Left(s)}"))}", null, cited.SelectMany(c => c));
        for (var i = 0; i < whole.Count; i++)
        {
            sheet.Say(FindingRole.Item, Told(whole[i]), whole[i].Company, cited[i]);
        }

        var months = sums.Where(s => s.Month is not null).OrderBy(s => s.CompanyId).ThenBy(s => s.Month).ToList();
        foreach (var month in months)
        {
            var title = $"{month.Company} in {Named(month)}";
            sheet.Say(FindingRole.Item, $"{title}: {Left(month)}", title, Sources(month, period));
        }

        var definition = sheet.Aggregate("vat:definition", "Definition of VAT", $"VAT means: {Definition}");
        sheet.Say(FindingRole.Detail, $"VAT means here: {Definition}", null, definition);
        sheet.Say(FindingRole.Caveat, "The return itself may differ: reverse charge, imports and entries without an invoice or a bill are not in these sums", null, definition);
        sheet.Show(Table(months.Count > 0 ? months : whole, [.. cited.SelectMany(c => c)]));
        return sheet.Finish();
    }

    private static string Named(VatSum sum) => sum.Month?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>What comes out of it: <c>€1,200.00 to pay</c>.</summary>
    private string Left(VatSum sum) => side switch
    {
        "sales" => $"{Phrase.Money(sum.SoldTax, sum.Currency)} on sales",
        "purchases" => $"{Phrase.Money(sum.BoughtTax, sum.Currency)} on purchases",
        _ => sum.SoldTax >= sum.BoughtTax ? $"{Phrase.Money(sum.SoldTax - sum.BoughtTax, sum.Currency)} to pay" : $"{Phrase.Money(sum.BoughtTax - sum.SoldTax, sum.Currency)} to get back",
    };

    private string Told(VatSum sum)
    {
        var sold = $"{Phrase.Money(sum.SoldTax, sum.Currency)} on {Phrase.Money(sum.Sold, sum.Currency)} of sales ({Phrase.Count(sum.Invoices, "invoice or credit note", "invoices and credit notes")})";
        var bought = $"{Phrase.Money(sum.BoughtTax, sum.Currency)} on {Phrase.Money(sum.Bought, sum.Currency)} of purchases ({Phrase.Count(sum.Bills, "bill or credit note", "bills and credit notes")})";
        return $"{sum.Company}: " + side switch { "sales" => sold, "purchases" => bought, _ => $"{sold} less {bought}" };
    }

    private List<string> Sources(VatSum sum, Period of)
    {
        var key = sum.Month is { } month ? $"{sum.CompanyId}:{month:yyyy-MM}" : $"{sum.CompanyId}";
        var summed = sheet.Aggregate(
            $"vat:{key}",
            $"Tax of {sum.Company}{(sum.Month is null ? $" {of.Words}" : $" in {Named(sum)}")}",
            Told(sum),
            FactOf.Text("Company", sum.Company),
            FactOf.Money("Tax on sales", sum.SoldTax, sum.Currency),
            FactOf.Money("Sales without tax", sum.Sold, sum.Currency),
            FactOf.Money("Tax on purchases", sum.BoughtTax, sum.Currency),
            FactOf.Money("Purchases without tax", sum.Bought, sum.Currency),
            FactOf.Number("Invoices", sum.Invoices),
            FactOf.Number("Bills", sum.Bills),
            FactOf.Date("From", of.From),
            FactOf.Date("To", of.To),
            FactOf.Text("Month", Named(sum)));
        return side == "both"
            ? [summed, sheet.Difference($"vat-left:{key}", $"Tax left of {sum.Company}", ("Tax on sales", sum.SoldTax), ("Tax on purchases", sum.BoughtTax), sum.Currency, "the tax on sales less the tax on purchases").Id]
            : [summed];
    }

    private TableCard Table(List<VatSum> sums, List<string> sources) => new()
    {
        Title = "VAT",
        Columns =
        [
            new("company", "Company", FactKind.Text), .. sums[0].Month is null ? Array.Empty<TableColumn>() : [new TableColumn("month", "Month", FactKind.Text)],
            .. side == "purchases" ? Array.Empty<TableColumn>() : [new TableColumn("sold", "Tax on sales", FactKind.Money, sums[0].Currency)],
            .. side == "sales" ? Array.Empty<TableColumn>() : [new TableColumn("bought", "Tax on purchases", FactKind.Money, sums[0].Currency)],
        ],
        Rows = [.. sums.Where(s => s.Currency == sums[0].Currency).Select(s => (IReadOnlyList<JsonValue?>)[
            JsonValue.Create(s.Company), .. s.Month is null ? Array.Empty<JsonValue?>() : [JsonValue.Create(Named(s))],
            .. side == "purchases" ? Array.Empty<JsonValue?>() : [JsonValue.Create(Math.Round(s.SoldTax, 2))],
            .. side == "sales" ? Array.Empty<JsonValue?>() : [JsonValue.Create(Math.Round(s.BoughtTax, 2))]])],
        TotalRows = sums.Count,
        Sources = sources,
    };
}
