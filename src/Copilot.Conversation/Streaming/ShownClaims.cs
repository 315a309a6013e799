using System.Text.RegularExpressions;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Streaming;

/// <summary>The claims of a text that was shown, so that nothing is said twice: the same sentence, or one with the same figures and for the most part the same words.</summary>
internal sealed partial class ShownClaims
{
    private const double MostWords = 0.6;
    private readonly List<(string Key, HashSet<(FigureKind Kind, string Value)> Figures, string Text)> _sentences;

    /// <summary>Reads a text.</summary>
    /// <param name="markdown">Markdown as it was shown.</param>
    public ShownClaims(string markdown)
        => _sentences = [.. markdown.Split('\n').SelectMany(Sentences.Of).Select(s => MarkdownText.Unescape(Mark().Replace(s, string.Empty)).Trim(' ', '|', '-')).Where(s => s.Length > 0).Select(s => (UnitCheck.Key(s), Figures(s), s))];

    /// <summary>Takes out of a statement what was shown.</summary>
    /// <returns>The rest; null when nothing is left.</returns>
    public Statement? Without(Statement statement)
    {
        if (statement.IsOwn)
        {
            return statement;
        }

        var left = statement.Sentences.Where(s => !Holds(s.Text)).ToList();
        return left.Count == 0 ? null : statement with { Sentences = left };
    }

    private bool Holds(string sentence)
    {
        var key = UnitCheck.Key(sentence);
        var figures = Figures(sentence);
        return _sentences.Exists(s => s.Key.Contains(key, StringComparison.Ordinal)
            || (figures.Count > 0 && figures.IsSubsetOf(s.Figures) && ContentWords.Unheld(sentence, s.Text, MostWords) is null));
    }

    private static HashSet<(FigureKind Kind, string Value)> Figures(string text)
        => [.. FigureReader.Read(text).Select(f => (f.Kind, f.Kind switch
        {
            FigureKind.Day or FigureKind.Month => f.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            FigureKind.Number or FigureKind.Money or FigureKind.Percent => f.Value.ToString("G29", System.Globalization.CultureInfo.InvariantCulture),
            _ => Folding.Fold(f.Written),
        }))];

    [GeneratedRegex(@"\s*\[S\d{1,4}\]")]
    private static partial Regex Mark();
}
