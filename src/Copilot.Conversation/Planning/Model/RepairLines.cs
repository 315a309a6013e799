using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Reads numbered lines: "2: The order is due on 3 March [S2]." A hyphen gives a sentence up.</summary>
internal static partial class RepairLines
{
    /// <summary>Reads the lines.</summary>
    public static IReadOnlyDictionary<int, string> Of(string text)
    {
        var lines = new Dictionary<int, string>();
        foreach (Match match in Line().Matches(text))
        {
            var said = match.Groups["text"].Value.Trim();
            if (said.Trim('-', '–', '—', ' ', '.').Length > 0)
            {
                lines.TryAdd(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), said);
            }
        }

        return lines;
    }

    /// <summary>Writes sentences for the prompt.</summary>
    public static string For(IEnumerable<(string Sentence, string Reason)> sentences)
        => string.Join('\n', sentences.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {s.Sentence} ({s.Reason})")));

    [GeneratedRegex(@"^[ \t]*(?<number>\d{1,2})[ \t]*[:.)][ \t]*(?<text>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
