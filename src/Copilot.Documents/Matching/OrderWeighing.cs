using Copilot.Contracts;
using Copilot.Documents.Extraction;

namespace Copilot.Documents.Matching;

/// <summary>
/// Weighs how well orders fit a document. Weights are log-odds; the probability of an order is its share among all that were weighed and the hypothesis that it is none of them
/// (a softmax with a constant for "none"). Orders that the document names together do not compete.
/// </summary>
internal sealed class OrderWeighing(ReadDocument document)
{
    // What has to speak for an order before it is likelier than none: more than the right supplier and the right goods alone.
    private const double None = 6.5;
    private const double MostUnreferred = 0.85;
    private const double Most = 0.995;
    private const int OldDays = 400;

    /// <summary>Weighs all orders; those with nothing for them are left out.</summary>
    public IReadOnlyList<(OrderEvidence Evidence, double Confidence)> Weigh(IReadOnlyList<LedgerOrder> orders)
    {
        var all = orders.Select(Begin).ToList();
        var named = Named(all);
        foreach (var evidence in all)
        {
            Goods(evidence, named.Contains(evidence) ? [.. named.Select(n => n.Order)] : [evidence.Order]);
            Figures(evidence, named.Count > 1 && named.Contains(evidence));
        }

        var strongest = all.Select(e => e.Weight).Append(None).Max();
        return [.. all.Select(e =>
        {
            var rivals = all.Where(o => o == e || !(named.Contains(o) && named.Contains(e))).Sum(o => Math.Exp(o.Weight - strongest));
            return (e, Capped(e, Math.Exp(e.Weight - strongest) / (rivals + Math.Exp(None - strongest))));
        }).OrderByDescending(p => p.Item2).ThenByDescending(p => p.e.Weight).ThenBy(p => p.e.Order.Id)];
    }

    /// <summary>Says whether an order fits well enough to go on without a person: named or exact, from the right supplier, with the right goods.</summary>
    public bool IsSafe(OrderEvidence evidence)
        => !evidence.IsOther && evidence.Share is null or >= 0.5 && (evidence.Referred >= Reference.Otherwise
            ? evidence.IsSupplier || evidence.Share >= 0.8
            : evidence is { IsSupplier: true, Share: >= 0.85, IsExact: true } && (!document.IsReferred || evidence.Referred >= Reference.Slip));

    /// <summary>The orders that different numbers of the document name.</summary>
    public static IReadOnlyList<OrderEvidence> Named(IEnumerable<OrderEvidence> all)
        => [.. all.Where(e => e.Referred >= Reference.Otherwise && e.Token is not null && !e.IsOther).GroupBy(e => Reference.Plain(e.Token!)).Select(g => g.MaxBy(e => e.Referred)!)];

    private double Capped(OrderEvidence evidence, double probability)
        => Math.Round(Math.Min(probability, document.IsReferred && evidence.Referred < Reference.Slip ? MostUnreferred : Most), 3);

    private OrderEvidence Begin(LedgerOrder order)
    {
        var evidence = new OrderEvidence { Order = order };
        Number(evidence);
        Supplier(evidence);
        return evidence;
    }

    private void Number(OrderEvidence evidence)
    {
        var order = evidence.Order;
        foreach (var said in document.References)
        {
            if (Reference.Alike(said, order.Name) is var alike && alike > evidence.Referred)
            {
                (evidence.Referred, evidence.Token) = (alike, said);
            }
        }

        if (evidence.Referred < Reference.Same && order.SupplierReference is { } theirs && document.OwnNumbers.Any(n => Reference.Alike(n, theirs) >= Reference.Same && Reference.Plain(theirs).Length >= 4))
        {
            (evidence.Referred, evidence.Token) = (Reference.Otherwise, theirs);
            evidence.Add(6, $"it bears the supplier's own number {theirs} of {order.Name}");
            return;
        }

        evidence.Add(
            evidence.Referred >= Reference.Same ? 8 : evidence.Referred >= Reference.Otherwise ? 7 : evidence.Referred >= Reference.Slip ? 3.2 : document.IsReferred ? -4.5 : 0,
            evidence.Referred >= Reference.Same ? $"it names {order.Name}" : evidence.Referred >= Reference.Otherwise ? $"it names {evidence.Token}, another way to write {order.Name}"
                : evidence.Referred >= Reference.Slip ? $"it names {evidence.Token}, one slip away from {order.Name}" : "it names another order");
    }

    private void Supplier(OrderEvidence evidence)
    {
        var supplier = evidence.Order.Supplier;
        if (document.Vat is { } vat && supplier.Vat is { } known && Reference.Plain(vat) == Reference.Plain(known))
        {
            evidence.IsSupplier = true;
            evidence.Add(4, "the supplier's tax number is the same");
            return;
        }

        if (document.Iban is { } iban && BankNumber.IsIban(iban) && supplier.Ibans.Any(i => Reference.Plain(i) == Reference.Plain(iban)))
        {
            evidence.IsSupplier = true;
            evidence.Add(4, "the supplier's bank account is the same");
            return;
        }

        var alike = document.Supplier is { } name ? Likeness.OfNames(name, supplier.Name) : (double?)null;
        (evidence.IsSupplier, evidence.IsOther) = (alike >= 0.8, alike < 0.3);
        evidence.Add(alike switch { null => 0, >= 0.8 => 3, >= 0.55 => 1, >= 0.3 => -1, _ => -5 }, alike switch { >= 0.8 => "the supplier's name is the same", >= 0.55 => "the supplier's name is like it", _ => "the supplier's name is another" });
    }

    private void Goods(OrderEvidence evidence, IReadOnlyList<LedgerOrder> together)
    {
        var lines = LinePairs.Of(document, together).Where(l => !l.IsCharge).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var share = lines.Sum(l => l.Confidence) / lines.Count;
        evidence.Share = share;
        evidence.Add((4 * share) - (3.5 * (1 - share)), share >= 0.5 ? "its articles are on the order" : "few of its articles are on the order");
        var own = lines.Where(l => l.Line is not null && (together.Count > 1 || l.Order == evidence.Order) && l.Quantity is not null).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var exact = own.Count(l => l.Quantity == l.Line!.Quantity || (l.Line.Open > 0 && l.Quantity == l.Line.Open) || (l.Line.ToBill > 0 && l.Quantity == l.Line.ToBill) || (l.Quantity == l.Line.Received && l.Line.Received > 0));
        var above = own.Count(l => l.Quantity > l.Line!.Quantity);
        evidence.IsExact = exact == lines.Count && own.Count == lines.Count;
        evidence.Add((1.5 * exact / own.Count) - (0.8 * above / own.Count), exact == own.Count ? "its quantities are those that are due" : above > 0 ? "quantities are above those ordered" : "some of its quantities are those that are due");
        var priced = own.Where(l => l.Price is not null && l.Line!.Price > 0).ToList();
        if (priced.Count > 0)
        {
            var near = priced.Count(l => Math.Abs(l.Price!.Value - l.Line!.Price) <= l.Line.Price * 0.05m);
            evidence.Add((1.5 * near / priced.Count) - (0.7 * (priced.Count - near) / priced.Count), near == priced.Count ? "its prices are those of the order" : "some of its prices are others");
        }
    }

    private void Figures(OrderEvidence evidence, bool shared)
    {
        var order = evidence.Order;
        if (!shared && document.Net is { } net && net > 0 && order.Net > 0 && (Near(net, order.Net) || Near(net, order.Lines.Sum(l => Math.Max(0, l.ToBill) * l.Price))))
        {
            evidence.Add(1.5, "its amount is that of the order");
        }

        if (document.Date is { } day && order.Ordered is { } ordered)
        {
            var after = day.DayNumber - ordered.DayNumber;
            evidence.Add(after < -2 ? -3 : after > OldDays ? -1.5 : 0, after < 0 ? "it is older than the order" : "the order is more than a year older");
        }

        evidence.Add(order.IsConfirmed ? 0 : -1, "the order is not confirmed");
        if (order.Lines.Count > 0)
        {
            var closed = document.Type == BusinessDocumentType.Invoice ? order.Lines.All(l => l.Billed >= l.Quantity && l.ToBill <= 0)
                : document.IsDelivery || document.Type == BusinessDocumentType.OrderConfirmation ? order.Lines.All(l => l.Open == 0)
                : false;
            evidence.Add(closed ? -1.2 : 0, document.IsBill ? "the order is fully billed" : "the order is fully received");
        }
    }

    private static bool Near(decimal a, decimal b) => b > 0 && Math.Abs(a - b) <= Math.Max(0.02m, b * 0.002m);
}
