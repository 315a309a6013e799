using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>Finds the order that a supplier's document belongs to and the differences from it. Pure.</summary>
internal sealed class DocumentMatcher : IDocumentMatcher
{
    /// <summary>From how sure on it goes without a person.</summary>
    public const double Automatic = 0.95;

    private const double LeastLikely = 0.6;
    private const double LeastTold = 0.1;
    private const double TwinTold = 0.5;
    private const int MostTold = 5;

    /// <inheritdoc/>
    public PurchaseQuestion? Ask(ExtractedDocument document) => NotCompared(document) is null ? new ReadDocument(document).Question() : null;

    /// <inheritdoc/>
    public DocumentMatch Match(ExtractedDocument document, PurchaseBook book, Func<string, MatchTolerance> tolerance, int? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(tolerance);
        if (NotCompared(document) is { } reason)
        {
            return new DocumentMatch { State = MatchState.NotCompared, Reason = reason };
        }

        var read = new ReadDocument(document);
        var weighing = new OrderWeighing(read);
        var weighed = weighing.Weigh(book.Orders);
        var told = weighed.Where(w => w.Confidence >= LeastTold).Take(MostTold).Select(w => new OrderCandidate(w.Evidence.Order, w.Confidence, w.Evidence.Reasons)).ToList();
        var twins = TwinSearch.Find(read, book.Bills, Suppliers(read, book, weighed)).Where(t => t.Confidence >= TwinTold).ToList();
        var named = chosen is { } id ? weighed.Where(w => w.Evidence.Order.Id == id).Take(1).ToList() : [];
        if ((named.Count > 0 ? named : weighed) is not [var best, ..] || (named.Count == 0 && best.Confidence < LeastLikely))
        {
            return new DocumentMatch { State = told.Count > 0 ? MatchState.Unclear : MatchState.None, Candidates = told, Twins = twins };
        }

        IReadOnlyList<LedgerOrder> orders = named.Count > 0 ? [best.Evidence.Order] : Together(best, weighed);
        var lines = LinePairs.Of(read, orders);
        var allowed = tolerance(best.Evidence.Order.Supplier.Name);
        return new DocumentMatch
        {
            State = best.Confidence >= Automatic && weighing.IsSafe(best.Evidence) ? MatchState.Sure : MatchState.Likely,
            Candidates = told.Exists(t => t.Order.Id == best.Evidence.Order.Id) ? told : [new OrderCandidate(best.Evidence.Order, best.Confidence, best.Evidence.Reasons), .. told],
            Orders = orders,
            Lines = lines,
            Differences = [.. Differences(read, lines, orders, allowed, book.KnowsPrices).OrderBy(d => d.Passes).ThenByDescending(d => d.Money).ThenBy(d => d.Kind).ThenBy(d => d.Index)],
            Twins = twins,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> DeliveryNumbers(ExtractedDocument document) => ProofComparison.Numbers(document);

    /// <inheritdoc/>
    public DeliveryProof? Prove(ExtractedDocument document, IReadOnlyList<Shipment> shipments) => ProofComparison.Of(document, shipments);

    private static string? NotCompared(ExtractedDocument document) => document.Type switch
    {
        BusinessDocumentType.PurchaseOrder => "it is an order, not a supplier's answer to one of ours",
        BusinessDocumentType.Statement => "it is a statement of account; its invoices are compared one by one",
        BusinessDocumentType.Other => "it is no invoice, confirmation or delivery paper that I know",
        _ => null,
    };

    /// <summary>The best order, and those that other numbers of the document name.</summary>
    private static IReadOnlyList<LedgerOrder> Together((OrderEvidence Evidence, double Confidence) best, IReadOnlyList<(OrderEvidence Evidence, double Confidence)> weighed)
    {
        var named = OrderWeighing.Named(weighed.Select(w => w.Evidence));
        return named.Contains(best.Evidence) ? [.. named.Select(n => n.Order).OrderBy(o => o.Id != best.Evidence.Order.Id).ThenBy(o => o.Id)] : [best.Evidence.Order];
    }

    /// <summary>Whose bills it may repeat: those of the likely orders' supplier, and of who is named.</summary>
    private static HashSet<int> Suppliers(ReadDocument read, PurchaseBook book, IReadOnlyList<(OrderEvidence Evidence, double Confidence)> weighed)
        => [.. weighed.Where(w => w.Confidence >= LeastTold || w.Evidence.IsSupplier).Select(w => w.Evidence.Order.Supplier.Id), .. read.Supplier is null ? book.Bills.Select(b => b.SupplierId) : []];

    private static IEnumerable<MatchDifference> Differences(ReadDocument read, IReadOnlyList<MatchedLine> lines, IReadOnlyList<LedgerOrder> orders, MatchTolerance tolerance, bool prices)
    {
        var unconfirmed = orders.Where(o => !o.IsConfirmed && read.Type != BusinessDocumentType.OrderConfirmation).Select(o => new MatchDifference
        {
            Kind = DifferenceKind.OrderState,
            Subject = o.Name,
            Order = o,
            CostsUs = true,
            Cause = "the goods were ordered in another way, or the order was cancelled or never confirmed",
        });
        var open = lines.Where(l => l.HoldsUnknown).ToList();
        var compared = read.IsBill ? BillComparison.Of(read, lines, orders, tolerance, prices)
            : read.Type == BusinessDocumentType.OrderConfirmation ? ConfirmationComparison.Of(read, lines, orders[0], tolerance, prices)
            : DeliveryComparison.Of(lines, tolerance);

        // What is not known can't be too much or too little.
        return unconfirmed.Concat(compared.Where(d => d.Kind != DifferenceKind.Quantity || !open.Exists(l => l.Line!.Id == d.Line?.Id))).Concat(open.Select(l => new MatchDifference
        {
            Kind = DifferenceKind.Unit,
            Subject = l.Line!.Code ?? l.Line.Name,
            Index = l.Index,
            Order = l.Order,
            Line = l.Line,
            Found = l.Read.Quantity,
            CostsUs = true,
            Cause = $"nothing tells for sure how many {l.Line.Unit} one {l.Read.Unit} holds: no single packaging of the product, no pack size that fits, no price",
        }));
    }
}
