using System.Globalization;
using System.Text;
using Copilot.Knowledge;

namespace Copilot.Host.Commands;

/// <summary>Prints how a search came about.</summary>
internal static class ExplainPage
{
    /// <summary>Prints what was looked for, each passage with its rank and score in each leg, and what was left out.</summary>
    public static string Print(SearchExplanation why)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"documents that hold on {why.Day:yyyy-MM-dd}; {(why.WithoutVectors is null ? "words and vectors" : $"words alone ({why.WithoutVectors})")}");
        if (why.Index is not null)
        {
            text.AppendLine(TerminalText.Clean(why.Index));
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"words: {string.Join("; ", why.Words)}").AppendLine();
        foreach (var (hit, rank) in why.Hits.Select((hit, i) => (hit, i + 1)))
        {
            var parts = hit.Parts;
            text.AppendLine(CultureInfo.InvariantCulture, $"{rank}. {hit.Place.DocumentId}  {hit.Score:0.000}  {string.Join(" › ", hit.Place.HeadingPath)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"   words {Rank(parts.WordsRank)} ({parts.Words:0.00} + near {parts.Nearness:0.00}, index {Rank(parts.IndexRank)} {parts.IndexScore:0.00}), vector {Rank(parts.VectorRank)} (cosine {parts.Cosine?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-"})");
            text.AppendLine(CultureInfo.InvariantCulture, $"   {parts.FromWords:0.000} words + {parts.FromVector:0.000} vector + {parts.FromCodes:0.000} codes, × {parts.Subject:0.00} subject; holds {parts.Coverage:0%} of the question{(parts.Reranked is { } again ? FormattableString.Invariant($"; reranked {again:0.000}") : string.Empty)}");
        }

        if (why.Duplicates.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"repeat a better one: {string.Join(", ", why.Duplicates)}");
        }

        foreach (var (document, reasons) in why.Filtered ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"filtered: {document} ({string.Join(", ", reasons)})");
        }

        return text.ToString();
    }

    private static string Rank(int? rank) => rank is { } known ? known.ToString(CultureInfo.InvariantCulture) : "-";
}
