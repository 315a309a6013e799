using Copilot.Contracts;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The blocks of plain text: paragraphs between empty lines, with numbered or capitalised lines standing alone as headings.</summary>
internal static partial class PlainPieces
{
    private const int LongestHeading = 90;

    /// <summary>Reads the blocks.</summary>
    public static IReadOnlyList<TextBlock> Of(string text)
    {
        var pieces = new List<TextBlock>();
        var start = -1;
        for (var at = 0; at <= text.Length;)
        {
            var end = at < text.Length ? text.IndexOf('\n', at) : at;
            end = end < 0 ? text.Length : end;
            var empty = text.AsSpan(at, end - at).IsWhiteSpace();
            if (!empty && start < 0)
            {
                start = at;
            }
            else if (empty && start >= 0)
            {
                pieces.Add(PieceOf(text, start, at));
                start = -1;
            }

            at = end + 1;
        }

        if (start >= 0)
        {
            pieces.Add(PieceOf(text, start, text.Length));
        }

        return pieces;
    }

    private static TextBlock PieceOf(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var words = text.AsSpan(start, end - start);
        if (words.Length <= LongestHeading && !words.Contains('\n') && !words.EndsWith("."))
        {
            var heading = words.ToString();
            var number = Numbered().Match(heading);
            if (number.Success)
            {
                return new TextBlock(BlockKind.Heading, start, end) { Level = 1 + number.Groups["n"].Value.Count(c => c == '.'), Heading = heading };
            }

            if (heading.Any(char.IsLetter) && heading.Where(char.IsLetter).All(char.IsUpper) && heading.Count(char.IsLetter) > 3)
            {
                return new TextBlock(BlockKind.Heading, start, end) { Level = 1, Heading = heading };
            }
        }

        var isList = false;
        List<int> seams = [];
        foreach (var item in ListItem().EnumerateMatches(words))
        {
            isList = true;
            if (item.Index > 0)
            {
                seams.Add(start + item.Index);
            }
        }

        return isList ? new TextBlock(BlockKind.List, start, end) { Seams = seams } : new TextBlock(BlockKind.Paragraph, start, end);
    }

    [GeneratedRegex(@"^(?:§\s*|(?:clause|section|article)\s+)?(?<n>\d{1,2}(?:\.\d{1,2}){0,3})\.?\)?\s+\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[ \t]*(?:[-*•]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();
}
