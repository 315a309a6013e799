using Copilot.Conversation.Grounding;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Streaming;

/// <summary>
/// Holds the words of a sentence to the words of its sources: they come from there, and do not say the opposite. Only words of one language can be compared: for
/// readers of English always, for others where sentence and sources are in the same language. Elsewhere figures, names, codes and weighty words must do.
/// </summary>
/// <param name="sources">The sources.</param>
/// <param name="question">The question as typed, whose words may be used.</param>
/// <param name="language">The reader's language, ISO 639-1.</param>
/// <param name="screen">Finds signs of steering in a text from outside: what gives orders lends no words.</param>
internal sealed class SourceWords(UnitSources sources, string question, string language, Func<string, IReadOnlyList<string>> screen)
{
    private const double NearlyAll = 0.8;
    private readonly bool _readsEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    /// <summary>Says why the words of a sentence do not stand, or null when they do.</summary>
    /// <param name="plain">The sentence.</param>
    /// <param name="cited">The evidence it cites, by key.</param>
    public string? Trouble(string plain, IReadOnlyList<string> cited)
    {
        var spoken = ForeignNotation.LanguageOf(plain, language);
        if (!_readsEnglish && !cited.All(id => LanguageGuess.Of(QuestionText.WordsOf(Said(id))) == spoken))
        {
            return null;
        }

        var held = string.Join('\n', cited.Select(Said));
        return ContentWords.Unheld(plain, $"{held}\n{question}") is { } foreign ? $"its sources speak of something else; none of them says “{foreign}”"
            : spoken == "en" && SenseCheck.Against(plain, Lines(held).Concat(Findings(cited))) is { } opposite ? $"its source says it the other way: “{opposite}”"
            : null;
    }

    /// <summary>Says whether nearly all words of a sentence stand in one piece of evidence, or in what the tools say of it.</summary>
    public bool HoldsNearlyAll(string plain, string id)
        => ContentWords.Unheld(plain, $"{Said(id)}\n{string.Join('\n', Findings([id]))}", NearlyAll) is null;

    private IEnumerable<string> Findings(IReadOnlyList<string> cited) => sources.Findings.Where(f => f.Value.Evidence.Intersect(cited).Any()).Select(f => f.Key);

    private static string[] Lines(string text) => text.Split(["\n", ". ", "! ", "? ", "; ", " · "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The text of a source without what in it gives orders to its reader.</summary>
    private string Said(string id)
    {
        if (!_said.TryGetValue(id, out var said))
        {
            var text = sources.Check.TextOf([id]);
            if (screen(text).Count > 0)
            {
                var parts = text.Split(['.', '\n', '!', '?', ';']);
                var clean = parts.Where(p => screen(p).Count == 0).ToList();
                text = clean.Count == parts.Length ? string.Empty : string.Join('\n', clean);
            }

            _said[id] = said = text;
        }

        return said;
    }
}
