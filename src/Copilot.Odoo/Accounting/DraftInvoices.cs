using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Accounting;

/// <summary>Invoices or bills that were entered and wait to be posted, the oldest first. One round trip.</summary>
internal sealed class DraftInvoices(IOdooClient client)
{
    private const int Most = 2000;

    /// <summary>Reads and writes them.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="sheet">Where the answer is written.</param>
    /// <param name="vendor">Bills of suppliers; else invoices to customers.</param>
    /// <param name="domain">Which drafts.</param>
    /// <param name="partner">The partner they were narrowed to; null for all.</param>
    /// <param name="count">How many to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, bool vendor, OdooDomain domain, ResolvedName? partner, int count, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "account.move",
                Domain = domain,
                Fields = ["name", "move_type", "partner_id", "invoice_date", "amount_total", "currency_id", "invoice_origin", "ref", "create_date", "write_date"],
                Order = "create_date, id",
                Limit = Most,
                WithTotal = true,
            },
            cancellationToken);
        return Write(sheet, vendor, partner is { } p ? $" {(vendor ? "from" : "to")} {p.Name}" : string.Empty, page, count);
    }

    private static ToolResult Write(AnswerSheet sheet, bool vendor, string of, OdooPage page, int count)
    {
        var drafts = page.Rows.Select(r => (
            Row: r,
            Label: Label(r),
            Partner: Phrase.Clean(r.Link("partner_id")?.Name ?? "no partner", 80),
            Currency: r.Link("currency_id")?.Name ?? "EUR",
            Total: (r.Text("move_type") is "out_refund" or "in_refund" ? -1 : 1) * Math.Abs(r.Number("amount_total")),
            Entered: sheet.Days.Of(r.Moment("create_date")),
            Dated: r.Date("invoice_date"))).ToList();
        var (one, many) = vendor ? ("vendor bill", "vendor bills") : ("customer invoice", "customer invoices");
        var list = sheet.Count("draft-invoices", "Drafts found", drafts.Select(d => d.Label), $"{many}{of} that are drafts, credit notes among them, which you may see", FactOf.Number("Shown", Math.Min(count, drafts.Count)));
        if (drafts.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No {one}{of} is a draft: all that were entered are posted", null, list);
            return sheet.Finish();
        }

        var evidence = new List<string> { list };
        var sums = drafts.GroupBy(d => d.Currency).OrderByDescending(g => g.Sum(d => d.Total)).Select(g =>
        {
            evidence.Add(sheet.Sum($"draft-invoices:{g.Key}", $"Drafts {g.Key}", g.Select(d => (d.Label, d.Total)), g.Key, "totals with tax, credit notes negative"));
            return Phrase.Money(g.Sum(d => Math.Round(d.Total, 2)), g.Key);
        }).ToList();
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(drafts.Count, $"{one}{of} is a draft", $"{many}{of} are drafts")} and not posted yet, {Phrase.List(sums)} with tax", null, evidence);
        var shown = drafts.Take(count).ToList();
        var cited = new List<string>();
        foreach (var draft in shown)
        {
            var said = $"{draft.Label} {(vendor ? "from" : "to")} {draft.Partner}: {Phrase.Money(draft.Total, draft.Currency)}"
                + (draft.Dated is { } dated ? $", dated {Phrase.Day(dated)}" : string.Empty) + (draft.Entered is { } entered ? $", entered {Phrase.Day(entered)}" : string.Empty);
            cited.Add(sheet.Record(
                "account.move",
                draft.Row.Id,
                $"{Phrase.Capital(one)} {draft.Label} — {draft.Partner}",
                said,
                draft.Row,
                [
                    FactOf.Code("Number", draft.Label), FactOf.Text("Partner", draft.Partner), FactOf.Money("Total", draft.Total, draft.Currency),
                    .. draft.Dated is { } on ? [FactOf.Date("Dated", on)] : Array.Empty<Fact>(), .. draft.Entered is { } at ? [FactOf.Date("Entered", at)] : Array.Empty<Fact>(),
                ]));
            sheet.Say(FindingRole.Item, said, draft.Label, cited[^1]);
        }

        if (page.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more drafts than are read at once; name a partner or a company for exact sums", null, list);
        }

        if (shown.Count < drafts.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} oldest of {Phrase.Number(drafts.Count)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = vendor ? "Bills" : "Invoices",
            Columns = [new("number", "Number", FactKind.Code), new("partner", vendor ? "Supplier" : "Customer", FactKind.Text), new("dated", "Dated", FactKind.Date), new("total", "Total", FactKind.Money, shown[0].Currency)],
            Rows = [.. shown.Where(d => d.Currency == shown[0].Currency).Select(d => (IReadOnlyList<JsonValue?>)[
                JsonValue.Create(d.Label), JsonValue.Create(d.Partner), JsonValue.Create(d.Dated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), JsonValue.Create(Math.Round(d.Total, 2))])],
            TotalRows = drafts.Count,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(shown.Count, drafts.Count));
    }

    /// <summary>A draft has no number before it is posted for the first time: it goes by the partner's own, the order's, or its record.</summary>
    private static string Label(OdooRow row)
        => row.Text("name") is { Length: > 1 } name ? Phrase.Clean(name, 40)
            : row.Text("ref") is { Length: > 0 } reference ? Phrase.Clean(reference, 40)
            : row.Text("invoice_origin") is { Length: > 0 } origin ? $"draft for {Phrase.Clean(origin, 40)}"
            : string.Create(CultureInfo.InvariantCulture, $"draft {row.Id}");
}
