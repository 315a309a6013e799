using Copilot.Contracts;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The blocks of plain text: paragraphs between empty lines, with numbered or capitalised lines standing alone as headings.</summary>
internal static partial class PlainPieces
{
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

        var words = text[start..end];
        if (words.Length <= 90 && !words.Contains('\n', StringComparison.Ordinal) && !words.EndsWith('.'))
        {
            var number = Numbered().Match(words);
            if (number.Success)
            {
                return new TextBlock(BlockKind.Heading, start, end) { Level = 1 + number.Groups["n"].Value.Count(c => c == '.'), Heading = words };
            }

            if (words.Any(char.IsLetter) && words.Where(char.IsLetter).All(char.IsUpper) && words.Count(char.IsLetter) > 3)
            {
                return new TextBlock(BlockKind.Heading, start, end) { Level = 1, Heading = words };
            }
        }

        return ListItem().IsMatch(words)
            ? new TextBlock(BlockKind.List, start, end) { Seams = [.. ListItem().Matches(words).Select(m => start + m.Index).Where(s => s > start)] }
            : new TextBlock(BlockKind.Paragraph, start, end);
    }

    [GeneratedRegex(@"^(?:§\s*|(?:clause|section|article)\s+)?(?<n>\d{1,2}(?:\.\d{1,2}){0,3})\.?\)?\s+\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[ \t]*(?:[-*•]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();
}
