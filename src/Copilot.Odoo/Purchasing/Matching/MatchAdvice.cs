using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>What to do about a match: each a complete action with the words it is asked for in, and a letter to the supplier where one is due.</summary>
internal static class MatchAdvice
{
    /// <summary>What is said of the message where the caller may not write on the order.</summary>
    public const string ByOwnMail = "Your account may not write on purchase orders: the message to the supplier is a draft for your own mail, or for a purchaser to send";

    private const double SureTwin = 0.85;
    private const int MostLines = 10;
    private const int MostDays = 3;
    private const string ReceiptDate = "odoo.change_receipt_date";

    /// <summary>The next steps, the most pressing first, each complete: asked for in its words it is proposed as it stands.</summary>
    /// <param name="match">The match.</param>
    /// <param name="words">The document.</param>
    /// <param name="waiting">The customer orders that wait for lines of the order.</param>
    /// <param name="letter">The drafted message, or null.</param>
    /// <param name="mayWrite">Whether the caller may write on the order; nothing is recommended that would be refused.</param>
    public static IEnumerable<NextStep> Of(DocumentMatch match, DocumentWords words, ILookup<int, WaitingOrder> waiting, DraftCard? letter, bool mayWrite)
    {
        if (match.Orders is not [var order, ..])
        {
            yield break;
        }

        var label = Phrase.Clean(words.Label, 60);
        if (Twin(match) is { } twin)
        {
            var note = $"{label} came again and was rejected as a duplicate";

            // A draft has no number to find it by.
            var isDraft = twin.Name.StartsWith("draft ", StringComparison.Ordinal);
            if (isDraft && !mayWrite)
            {
                yield break;
            }

            var (parameter, name) = isDraft ? ("purchase_order", order.Name) : ("invoice", twin.Name);
            yield return Step("odoo.post_note", "reject it as a duplicate and leave a note", $"Put a note on {name}: {note}", (parameter, name), ("message", note));
            yield break;
        }

        var serious = match.Differences.Where(d => !d.Passes).ToList();
        foreach (var step in Days(match, words, order, waiting).Where(s => mayWrite || s.Tool != ReceiptDate))
        {
            yield return step;
        }

        if (match.State == MatchState.Sure && serious.Count == 0 && words.Kind == "invoice")
        {
            foreach (var billed in match.Orders)
            {
                yield return Bill(billed, words, match.Orders.Count == 1);
            }
        }
        else if (serious.Count > 0 && mayWrite)
        {
            if (letter is not null)
            {
                yield return Step("odoo.expedite_receipt", "send the supplier the message below", $"Write to the supplier of {order.Name} about {label}", ("purchase_order", order.Name), ("message", letter.Body));
            }

            var todo = $"clear the differences of {label}";
            yield return Step("odoo.schedule_activity", "keep it in view", $"Plan a to-do on {order.Name}: {todo}", ("purchase_order", order.Name), ("message", todo));
        }
    }

    /// <summary>The bill that it most likely repeats, or null.</summary>
    public static LedgerBill? Twin(DocumentMatch match) => match.Twins is [{ Confidence: >= SureTwin } twin, ..] ? twin.Bill : null;

    /// <summary>The day of the order that was confirmed, and the customers' promises that it breaks.</summary>
    private static IEnumerable<NextStep> Days(DocumentMatch match, DocumentWords words, LedgerOrder order, ILookup<int, WaitingOrder> waiting)
    {
        if (words.Kind != "order confirmation" || match.State != MatchState.Sure)
        {
            yield break;
        }

        var moved = match.Differences.Where(d => d is { Kind: DifferenceKind.Date, FoundDay: not null }).ToList();
        var open = order.Lines.Count(l => l.Open > 0);
        if (moved.Select(d => d.FoundDay).Distinct().Count() == 1 && (moved.Exists(d => d.Line is null) || moved.Select(d => d.Line!.Id).Distinct().Count() == open))
        {
            var day = Iso(moved[0].FoundDay!.Value);
            yield return Step(ReceiptDate, "write the confirmed day into the order", $"Move the receipt of {order.Name} to {day}", ("purchase_order", order.Name), ("expected", day));
        }
        else
        {
            foreach (var d in moved.Where(d => d.Line?.Code is not null).DistinctBy(d => d.Line!.Id).Take(MostDays))
            {
                var day = Iso(d.FoundDay!.Value);
                yield return Step(
                    ReceiptDate, $"write the confirmed day of {d.Line!.Code} into the order", $"Move the receipt of {d.Line.Code} on {order.Name} to {day}",
                    ("purchase_order", order.Name), ("product", d.Line.Code!), ("expected", day));
            }
        }

        foreach (var hit in moved.Where(d => !d.Passes).SelectMany(d => Lines(d, order).SelectMany(l => waiting[l]).Where(w => w.Promised < d.FoundDay).Select(w => (Order: w, Day: d.FoundDay!.Value))).GroupBy(h => h.Order.Name).Take(MostDays))
        {
            var day = Iso(hit.Max(h => h.Day).AddDays(1));
            yield return Step("odoo.change_promised_date", $"tell the customer of {hit.Key} a day that can be kept", $"Move the promised date of {hit.Key} to {day}", ("order", hit.Key), ("promised", day));
        }
    }

    private static NextStep Bill(LedgerOrder order, DocumentWords words, bool whole)
    {
        var arguments = new List<(string, string)> { ("purchase_order", order.Name) };
        if (words.Number is { } number)
        {
            arguments.Add(("message", number));
        }

        if (words.Date is { } date)
        {
            arguments.Add(("bill_date", Iso(date)));
        }

        return Step("odoo.draft_vendor_bill", $"draft the bill of {order.Name}{(whole && words.Number is not null ? " with the paper's number and day" : string.Empty)}", $"Draft the vendor bill for {order.Name}", [.. arguments]);
    }

    private static NextStep Step(string tool, string does, string say, params (string Name, string Value)[] arguments)
        => new(tool, does, say.Replace('"', '\''), new JsonObject(arguments.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Name, a.Value))).ToJsonString());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A letter about what differs; null when nothing does.</summary>
    public static DraftCard? Letter(DocumentMatch match, DocumentWords words, string currency, string sender)
    {
        var serious = match.Differences.Where(d => !d.Passes && d.Kind is not DifferenceKind.OrderState).ToList();
        if (serious.Count == 0 || match.Orders is not [var order, ..] || Twin(match) is not null)
        {
            return null;
        }

        var wish = words.Kind switch
        {
            "invoice" => "Please send a corrected invoice or a credit note, or tell us what was agreed.",
            "credit note" => "Please tell us what it is for.",
            "order confirmation" => serious.Exists(d => d.Kind == DifferenceKind.Date) ? "Please tell us whether an earlier day or a part delivery is possible, and confirm the rest as ordered." : "Please confirm as ordered, or tell us why not.",
            _ => "Please tell us when the rest comes and how we deal with what should not have come.",
        };
        var lines = string.Join('\n', serious.Take(MostLines).Select(d => $"- {Line(d, currency)}"));
        return new DraftCard
        {
            Title = "Message to the supplier",
            Kind = "supplier_follow_up",
            Subject = $"{order.Name}: {words.Label}",
            Body = $"Dear {Phrase.Clean(order.Supplier.Name, 80)},\n\nyour {words.Label} differs from our order {Phrase.List(match.Orders.Select(o => o.Name))}:\n\n{lines}\n\n{wish}\n\nKind regards\n{Phrase.Clean(sender, 80)}",
        };
    }

    /// <summary>One difference in the words of a letter.</summary>
    private static string Line(MatchDifference d, string currency) => $"{Phrase.Clean(d.Subject, 60)}: " + d.Kind switch
    {
        DifferenceKind.Price => $"{Phrase.Money(Round(d.Found), currency)} in the place of {Phrase.Money(Round(d.Expected), currency)} each",
        DifferenceKind.Quantity => $"{Phrase.Number(d.Found ?? 0)} in the place of {Phrase.Number(d.Expected ?? 0)}",
        DifferenceKind.Date when d is { FoundDay: { } found, ExpectedDay: { } expected } => $"{Phrase.Day(found)} in the place of {Phrase.Day(expected)}",
        DifferenceKind.Missing => "is missing",
        DifferenceKind.NotOrdered => "was not ordered",
        DifferenceKind.Charge => $"{Phrase.Money(d.Money, currency)} was not agreed",
        DifferenceKind.Damaged => "came damaged, short or refused",
        DifferenceKind.Currency => $"the order is in {d.Order?.Currency}",
        DifferenceKind.Unit => $"how many {d.Line?.Unit} does one of your units hold?",
        _ => "please check",
    };

    private static IEnumerable<int> Lines(MatchDifference d, LedgerOrder order) => d.Line is { } line ? [line.Id] : order.Lines.Where(l => l.Open > 0).Select(l => l.Id);

    private static decimal Round(decimal? value) => Math.Round(value ?? 0, 2);
}
