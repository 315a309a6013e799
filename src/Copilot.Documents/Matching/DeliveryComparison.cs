using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>Compares what a delivery brings with what is still to come, and finds what arrived damaged.</summary>
internal static partial class DeliveryComparison
{
    /// <summary>Compares.</summary>
    public static IEnumerable<MatchDifference> Of(IReadOnlyList<MatchedLine> lines, MatchTolerance tolerance)
    {
        foreach (var group in lines.Where(l => l.Line is not null).GroupBy(l => l.Line!.Id))
        {
            var (first, line, found) = (group.First(), group.First().Line!, group.Sum(l => l.Quantity ?? 0));

            // Booked already with this very quantity: the paper comes after the goods.
            if (found > line.Open && found != line.Received)
            {
                var over = found - line.Open;
                yield return new MatchDifference
                {
                    Kind = DifferenceKind.Quantity,
                    Subject = line.Code ?? line.Name,
                    Index = first.Index,
                    Order = first.Order,
                    Line = line,
                    Expected = line.Open,
                    Found = found,
                    Money = Math.Round(over * line.Price, 2),
                    CostsUs = true,
                    Passes = line.Open > 0 && over <= line.Open * tolerance.QuantityPercent / 100,
                    Cause = line.Open == 0 ? "all of it is booked as received already" : "more was sent than is still to come",
                };
            }

            foreach (var bad in group.Where(l => IsDamaged(l.Read)))
            {
                yield return new MatchDifference
                {
                    Kind = DifferenceKind.Damaged,
                    Subject = line.Code ?? line.Name,
                    Index = bad.Index,
                    Order = bad.Order,
                    Line = line,
                    Found = bad.Quantity,
                    Money = Math.Round((bad.Quantity ?? 0) * line.Price, 2),
                    CostsUs = true,
                    Cause = "the paper says that goods are damaged, short or refused",
                };
            }
        }

        foreach (var extra in lines.Where(l => l.Line is null && !l.IsCharge))
        {
            yield return new MatchDifference
            {
                Kind = DifferenceKind.NotOrdered,
                Subject = BillComparison.Named(extra.Read, extra.Index),
                Index = extra.Index,
                Found = extra.Read.Quantity,
                CostsUs = true,
                Cause = "it belongs to another order, or was sent by mistake",
            };
        }
    }

    /// <summary>Whether a line's remark says that goods are damaged, short or refused.</summary>
    public static bool IsDamaged(ExtractedLine line) => new[] { line.Note, line.Status }.OfType<string>().Any(t => Damage().IsMatch(Folding.Of(t)));

    [GeneratedRegex(@"(?<!\b(?:no|not|without|zero|nicht|keine?|sans|sin|geen|niet|non|senza|nessun[ao]?) )\b(?:damaged?|broken|wet|crushed|refused|short|shortage|beschadigt\w*|defekt\w*|bruch|fehlmenge|verweigert|endommag\w*|casse\w*|avarie\w*|refuse\w*|danad\w*|roto|rechazad\w*|danneggiat\w*|rotto|rifiutat\w*|kapot|geweigerd)\b")]
    private static partial Regex Damage();
}
