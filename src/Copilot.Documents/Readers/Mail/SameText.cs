using Copilot.Contracts;
using Copilot.Documents.Readers.Html;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Compares the two forms of a message's text, which should say the same.</summary>
internal static class SameText
{
    private const int MostWords = 20_000;

    /// <summary>Says whether a plain text is real and says what the page says: most of its words stand in what the page shows.</summary>
    public static bool In(ReadOnlyMemory<char> page, string text)
    {
        var words = Words(text).Take(MostWords).ToList();
        if (words.Count == 0 || IsStandIn(text))
        {
            return false;
        }

        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var writer = new PartWriter();
        foreach (var _ in new HtmlBlocks(writer, isMail: true).Write(page))
        {
            Collect(writer.Take(), shown);
        }

        Collect(writer.Take(), shown);
        return words.Count(shown.Contains) >= 0.7 * words.Count && shown.Count <= 3 * (words.Count + 10);
    }

    /// <summary>Says whether a text only tells that the message has to be looked at in another program.</summary>
    public static bool IsStandIn(string text) => text.Length < 300 && text.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static void Collect(DocumentPart part, HashSet<string> words)
    {
        foreach (var block in part.Blocks.Where(b => !b.Mark.HasFlag(BlockMark.Hidden)))
        {
            words.UnionWith(Words(part.Text[block.Start..block.End]).Take(MostWords * 3));
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
