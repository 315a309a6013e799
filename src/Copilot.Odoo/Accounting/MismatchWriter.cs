using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes where invoices disagree with order and receipt, the largest amounts first.</summary>
internal sealed class MismatchWriter(AnswerSheet sheet, Period period, CompanyScope companies, string? partner)
{
    private string Window => $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";

    public ToolResult Write(IReadOnlyList<Mismatch> found, int documents, bool isCut, int count)
    {
        var ranked = found.OrderByDescending(m => m.Money).ThenBy(m => m.Line.Move, StringComparer.Ordinal).ThenBy(m => m.Kind, StringComparer.Ordinal).ThenBy(m => m.Line.Product, StringComparer.Ordinal).ToList();
        var shown = ranked.Take(count).ToList();
        var of = partner is null ? string.Empty : $" of {partner}";
        var list = sheet.Count(
            "mismatches",
            "Disagreements found",
            ranked.Select(m => $"{m.Line.Move} {m.Kind} {ProductLabel.Short(m.Line.Product)}"),
            $"price, quantity and tax of invoice lines against their order lines, quantity against what came or went, bills of one supplier with the same reference and amount; documents{of} {Window}",
            FactOf.Number("Documents compared", documents),
            FactOf.Number("Shown", shown.Count),
            FactOf.Date("From", period.From),
            FactOf.Date("To", period.To));
        if (ranked.Count == 0)
        {
            sheet.Say(FindingRole.Headline, documents == 0 ? $"I found no invoice or bill{of} {Window} among those you may see{companies.Words}" : $"All {Phrase.Count(documents, "invoice or bill", "invoices and bills")}{of} {Window} that you may see agree with order and receipt{companies.Words}", null, list);
        }
        else
        {
            Headline(ranked, of, list);
            Kinds(ranked);
        }

        foreach (var mismatch in shown)
        {
            Item(mismatch);
        }

        if (shown.Count < ranked.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(ranked.Count)}", null, list);
        }

        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more lines than I can compare at once; the latest were compared. Narrow the period for the rest", null, list);
        }

        if (shown.Count > 0)
        {
            Card(shown, ranked.Count);
        }

        return sheet.Finish(new ListCut(shown.Count, ranked.Count));
    }

    private void Headline(List<Mismatch> ranked, string of, string list)
    {
        var evidence = new List<string> { list };
        var sums = ranked.GroupBy(m => m.Line.Currency).Select(g =>
        {
            evidence.Add(sheet.Sum($"mismatches:{g.Key}", "At stake", g.Select(m => ($"{m.Line.Move} {m.Kind}", m.Money)), g.Key, "money at stake"));
            return Phrase.Money(g.Sum(m => m.Money), g.Key);
        }).ToList();
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(ranked.Count, "disagreement", "disagreements")} between invoices{of} and their orders or receipts {Window}{companies.Words}, {Phrase.List(sums)} at stake", null, evidence);
    }

    private void Kinds(List<Mismatch> ranked)
    {
        var evidence = new List<string>();
        var parts = ranked.GroupBy(m => m.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            evidence.Add(sheet.Count($"mismatches-kind:{g.Key}", $"Kind {g.Key}", g.Select(m => $"{m.Line.Move} {ProductLabel.Short(m.Line.Product)}"), $"disagreements in {g.Key}"));
            return g.Key == "duplicate" ? Phrase.Count(g.Count(), "bill entered twice", "bills entered twice") : $"{Phrase.Number(g.Count())} in {g.Key}";
        }).ToList();
        sheet.Say(FindingRole.Detail, $"Of these {Phrase.List(parts)}", null, evidence);
    }

    private void Item(Mismatch m)
    {
        var document = Add(m);
        var product = Phrase.Clean(ProductLabel.Short(m.Line.Product), 60);
        var money = Phrase.Money(m.Money, m.Line.Currency);
        var (text, cause) = m.Kind switch
        {
            "price" => (
                $"{m.Line.Move}, {m.Line.Partner}: {product} is {(m.Line.IsVendor ? "billed" : "invoiced")} at {Price(m.Found, m.Line.Currency)} instead of {Price(m.Expected, m.Line.Currency)} on order {m.Order}, {money} {Too(m)}",
                m.Line.IsVendor ? "the supplier's price went up and the order was not adapted, or the wrong price list was used" : "the invoice was changed by hand, or the order's price was changed after delivery"),
            "quantity" => (
                $"{m.Line.Move}, {m.Line.Partner}: {Phrase.Number(m.Found)} of {product} are {(m.Line.IsVendor ? "billed" : "invoiced")} on order {m.Order} but {Phrase.Number(m.Expected)} {(m.Line.IsVendor ? "came" : "went out")}, {money} {Too(m)}",
                m.Line.IsVendor ? "the supplier billed the whole order before all of it came, or a receipt was not booked" : "the invoice counts more than was delivered, or a delivery was not booked"),
            "tax" => (
                $"{m.Line.Move}, {m.Line.Partner}: {product} has {Phrase.Percent(m.Found)} tax instead of {Phrase.Percent(m.Expected)} on order {m.Order}, a difference of {money}",
                "a wrong tax on the line, or another tax rule of the partner"),
            _ => (
                $"{m.Line.Move}, {m.Line.Partner}: same reference and same amount as {m.Order}, {money} would be paid twice",
                "the bill was entered again by hand, without its order"),
        };

        // One bill may disagree in several lines, each for its own reason.
        var topic = Id(m);
        sheet.Say(FindingRole.Item, text, topic, document, sheet.Aggregate(Id(m), "Comparison", text, Facts(m)));
        sheet.Say(FindingRole.Cause, $"Likely cause: {cause}", topic, document);
    }

    private static string Too(Mismatch m) => m.Line.IsVendor
        ? m.CostsUs ? "too much" : "less than agreed"
        : m.CostsUs ? "too little for us" : "too much for the customer";

    private static string Price(decimal price, string currency) => Phrase.Money(Math.Round(price, 2), currency);

    private static string Id(Mismatch m) => $"account.move:compared:{m.Line.MoveId.ToString(CultureInfo.InvariantCulture)}:{m.Kind}:{(m.Line.OrderLineId ?? 0).ToString(CultureInfo.InvariantCulture)}";

    private static IEnumerable<Fact> Facts(Mismatch m) => m.Kind switch
    {
        "price" => [FactOf.Money("Price found", m.Found, m.Line.Currency), FactOf.Money("Price expected", m.Expected, m.Line.Currency), FactOf.Money("At stake", m.Money, m.Line.Currency), FactOf.Code("Order", m.Order)],
        "quantity" => [FactOf.Number("Quantity invoiced", m.Found), FactOf.Number("Quantity expected", m.Expected), FactOf.Money("At stake", m.Money, m.Line.Currency), FactOf.Code("Order", m.Order)],
        "tax" => [FactOf.Percent("Tax found", m.Found), FactOf.Percent("Tax expected", m.Expected), FactOf.Money("At stake", m.Money, m.Line.Currency), FactOf.Code("Order", m.Order)],
        _ => [FactOf.Money("At stake", m.Money, m.Line.Currency), FactOf.Code("Earlier document", m.Order)],
    };

    private string Add(Mismatch m)
        => sheet.Record(
            "account.move",
            m.Line.MoveId,
            $"{(m.Line.IsVendor ? "Bill" : "Invoice")} {m.Line.Move} — {m.Line.Partner}",
            $"{m.Line.Move}, {m.Line.Partner}" + (m.Line.Date is { } d ? $", {Phrase.Day(d)}" : string.Empty),
            null,
            [FactOf.Code("Number", m.Line.Move), FactOf.Text("Partner", m.Line.Partner), FactOf.Code("Product", ProductLabel.Short(m.Line.Product)), .. m.Line.Date is { } date ? [FactOf.Date("Date", date)] : Array.Empty<Fact>()]);

    private void Card(List<Mismatch> shown, int total)
        => sheet.Show(new TableCard
        {
            Title = "Invoices that disagree",
            Columns = [new("number", "Number", FactKind.Code), new("partner", "Partner", FactKind.Text), new("kind", "In", FactKind.Text), new("order", "Against", FactKind.Code), new("expected", "Expected", FactKind.Number), new("found", "Found", FactKind.Number), new("money", "At stake", FactKind.Money, shown[0].Line.Currency)],
            Rows = [.. shown.Select(m => (IReadOnlyList<JsonValue?>)[JsonValue.Create(m.Line.Move), JsonValue.Create(m.Line.Partner), JsonValue.Create(m.Kind), JsonValue.Create(m.Order), JsonValue.Create(m.Expected), JsonValue.Create(m.Found), JsonValue.Create(m.Money)])],
            TotalRows = total,
            Sources = [.. shown.Select(Add)],
        });
}
