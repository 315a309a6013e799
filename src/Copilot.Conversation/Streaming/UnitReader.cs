using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Streaming;

/// <summary>Reads units: takes marks, links and emphasis out, keeps bold.</summary>
internal static partial class UnitReader
{
    /// <summary>Reads a sentence, a heading or a cell.</summary>
    public static ReadUnit Read(string text)
    {
        var marks = new List<string>();
        var bare = Mark().Replace(Visible(text), m =>
        {
            marks.AddRange(Number().Matches(m.Value).Select(n => n.Value));
            return string.Empty;
        });
        bare = Link().Replace(bare, m => m.Groups["text"].Value);
        bare = Emphasis().Replace(bare.Replace("`", string.Empty, StringComparison.Ordinal), "${text}");
        bare = Spaces().Replace(bare, " ").Trim();
        var parts = Parts(bare);
        return new ReadUnit(string.Concat(parts.Select(p => p.Text)), [.. marks.Distinct(StringComparer.Ordinal)], parts);
    }

    /// <summary>Cuts a row of a table into its cells; empty when it is the line between head and body.</summary>
    public static IReadOnlyList<string> Cells(string row)
    {
        var inner = row.Trim().Trim('|');
        return Rule().IsMatch(inner) ? [] : [.. Cell().Split(inner).Select(c => c.Replace("\\|", "|", StringComparison.Ordinal).Trim())];
    }

    /// <summary>Leaves out what nobody sees: control and format characters, by which text could hide from the check.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                visible.Append(rune);
            }
            else if (category == UnicodeCategory.Control)
            {
                visible.Append(' ');
            }
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    private static List<(string Text, bool IsBold)> Parts(string text)
    {
        var parts = new List<(string Text, bool IsBold)>();
        var pieces = text.Split("**");
        for (var i = 0; i < pieces.Length; i++)
        {
            // An odd sign has no partner: the last piece is plain then.
            var bold = i % 2 == 1 && i < pieces.Length - 1;
            if (pieces[i].Length > 0)
            {
                parts.Add((pieces[i], bold && !string.IsNullOrWhiteSpace(pieces[i])));
            }
        }

        return parts;
    }

    [GeneratedRegex(@"\s*[\[【]\s*S\d{1,4}(?:\s*[,;]\s*S\d{1,4})*\s*[\]】]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"S\d{1,4}")]
    private static partial Regex Number();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*_])(?:(?<one>\*)(?!\*)|_)(?<text>\S(?:[^*_]*\S)?)(?(one)\*|_)(?![\w*_])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\s|:-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();
}
