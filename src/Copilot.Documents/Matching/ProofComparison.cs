using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>Finds the delivery that a proof of delivery is for, by its number, the carrier's or the order's, and compares what arrived with what left.</summary>
internal static partial class ProofComparison
{
    private const int MostNumbers = 20;

    private static readonly string[] Naming = ["number", "deliveryNoteReference", "despatchReference", "orderReference", "salesOrderReference", "buyerReference", "trackingNumber"];

    /// <summary>The numbers by which it may name a delivery; none for other papers.</summary>
    public static IReadOnlyList<string> Numbers(ExtractedDocument document)
        => document.Type != BusinessDocumentType.ProofOfDelivery ? []
            : [.. Naming.Select(n => document.Fields.GetValueOrDefault(n)?.Value as string).Concat(document.Lines.Select(l => l.OrderReference)).OfType<string>()
                .Select(t => t.Trim()).Where(t => t.Any(char.IsAsciiDigit) && t.Length is >= 3 and <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNumbers)];

    /// <summary>Compares; null when no delivery is named, or several are alike.</summary>
    public static DeliveryProof? Of(ExtractedDocument document, IReadOnlyList<Shipment> shipments)
    {
        var numbers = Numbers(document);
        var read = new ReadDocument(document);
        var named = shipments.Select(s => (Shipment: s, Named: Named(s, numbers))).Where(s => s.Named > 0)
            .Select(s => (s.Shipment, s.Named, Lines: LinePairs.Of(read, [s.Shipment.Goods])))
            .OrderByDescending(s => s.Named).ThenByDescending(s => s.Lines.Count(l => l.Line is not null)).ToList();
        if (named is not [var best, ..] || (named.Count > 1 && named[1].Named == best.Named && named[1].Lines.Count(l => l.Line is not null) == best.Lines.Count(l => l.Line is not null)))
        {
            return null;
        }

        var goods = best.Lines.Where(l => l.Line is not null).ToLookup(l => l.Line!.Id);
        return new DeliveryProof(best.Shipment, [.. best.Shipment.Goods.Lines.Select(l => Line(l, [.. goods[l.Id]], goods.Count > 0))], goods.Count > 0)
        {
            IsSigned = (document.Fields.GetValueOrDefault(SignatureReader.Field)?.Value as string) switch { SignatureReader.Present => true, SignatureReader.Missing => false, _ => null },
            IsOnlyStamped = document.Fields.GetValueOrDefault(SignatureReader.Field)?.Value as string == SignatureReader.Stamp,
        };
    }

    // A paper that lists goods and leaves one out says that it did not come; one without quantities says nothing about them.
    private static ProvenLine Line(LedgerLine line, IReadOnlyList<MatchedLine> read, bool lists)
        => read.Count == 0 ? new ProvenLine(line, lists ? 0 : null, false)
            : new ProvenLine(line, read.Any(r => r.Quantity is null) ? null : Arrived(read.Sum(r => r.Quantity ?? 0), read.Sum(r => Short(r)), line.Quantity), read.Any(r => DeliveryComparison.IsDamaged(r.Read)));

    /// <summary>What arrived of a line beside which the paper notes a shortage: its quantity is what came where both make what left, else it is what left.</summary>
    private static decimal Arrived(decimal said, decimal missing, decimal left) => missing > 0 && missing <= said && said + missing > left ? said - missing : said;

    /// <summary>How much a remark says is missing: "Short: 4", "4 missing", in the line's own unit; 0 when it says nothing of the kind.</summary>
    private static decimal Short(MatchedLine line)
        => line.Read.Note is { } note && !Fraction().IsMatch(note) && Shortage().Match(Folding.Of(note)) is { Success: true } found
            && decimal.TryParse(found.Groups["a"].Success ? found.Groups["a"].ValueSpan : found.Groups["b"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
            ? many * (line is { Quantity: { } counted, Read.Quantity: > 0 and var written } ? counted / written : 1) : 0;

    /// <summary>How surely it is named: 3 by its own number or the carrier's, 2 by the order's; 0 when it is not.</summary>
    private static int Named(Shipment shipment, IReadOnlyList<string> numbers)
        => numbers.Any(n => Reference.Alike(n, shipment.Goods.Name) >= Reference.Same || (shipment.Tracking is { } t && Reference.Plain(n) == Reference.Plain(t))) ? 3
            : shipment.SaleOrder is { } order && numbers.Any(n => Reference.Alike(n, order) >= Reference.Same) ? 2 : 0;

    // What is folded has no decimal marks: a remark with a fraction in it gives no number.
    [GeneratedRegex(@"\d[.,]\d")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\b(?:(?:short(?:age)?|missing|fehlmenge|fehlen[dt]?|fehlt|manquants?|faltan(?:tes?)?|tekort|ontbre(?:ekt|ken)|mancant[ei]|mancano) (?<a>\d{1,7})\b|(?<b>\d{1,7}) (?:[a-z]{1,12} ){0,2}(?:short|missing|fehlen|fehlt|manquants?|faltan(?:tes?)?|tekort|ontbre(?:ekt|ken)|mancant[ei]|mancano))\b")]
    private static partial Regex Shortage();
}
