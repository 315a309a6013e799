using System.Collections.Frozen;
using Copilot.Contracts;
using Copilot.Conversation.Dates;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Routing;

/// <summary>Says which tool a clause asks for: a linear classifier over the example questions with a hand for the nearest of them, narrowed by the kinds of things the clause mentions.</summary>
internal sealed class IntentRouter
{
    private const float Fits = 0.7f;
    private const float DoesNotFit = -1.2f;
    private const float MissesWhatItNeeds = -0.6f;
    private const float MissesThePoint = -3.5f;
    private const float IgnoresFilter = -0.5f;
    private const double FewLabels = 10;

    private const float Strange = 0.6f;
    private const int MostStrange = 3;
    private const int ShortestSense = 4;
    private const int Beginning = 5;

    // Any day will do: examples are read for where they speak of time, not for when.
    private static readonly DateOnly SomeDay = new(2026, 6, 17);
    private readonly Features _features;
    private readonly LinearClassifier _classifier;
    private readonly LikestExamples _likest;
    private readonly FrozenDictionary<string, ToolDefinition> _tools;
    private readonly FrozenSet<string> _vocabulary;
    private readonly FrozenDictionary<string, FrozenSet<string>> _deeds;
    private readonly FrozenDictionary<string, FrozenSet<string>> _spoken;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _groups;
    private readonly Spelling _spelling;
    private readonly ILookup<int, string> _byLength;

    /// <summary>Trains the router.</summary>
    /// <param name="examples">The example questions; those of tools that are not registered are left out.</param>
    /// <param name="tools">The registered tools.</param>
    /// <param name="groups">For each word of the trade the groups of like words it stands in.</param>
    /// <param name="learned">Where what was learned is kept for the next start, if anywhere.</param>
    public IntentRouter(IEnumerable<RoutingExample> examples, IEnumerable<ToolDefinition> tools, IReadOnlyDictionary<string, IReadOnlyList<string>> groups, LearnedFile? learned = null)
    {
        _tools = tools.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        var used = examples.Where(e => e.Label[0] == '_' || _tools.ContainsKey(e.Label))
            .Concat(_tools.Values.SelectMany(t => t.Ability.Split([',', ':']).Select(a => new RoutingExample(t.Name, a))))
            .Select(e => e with { Text = Normalize(e.Text) }).ToList();
        _features = new Features(groups);
        List<RoutingExample> taught = [.. TerseExamples.With(used)];
        _classifier = learned?.ClassifierOf(taught, _features, groups) ?? LinearClassifier.Train(taught, _features);
        _likest = new LikestExamples(used, _classifier.Labels, _features);
        _vocabulary = used.SelectMany(e => Features.Words(e.Text)).Where(w => w[0] != '{').Concat(groups.Keys).ToFrozenSet(StringComparer.Ordinal);
        _deeds = used.Where(e => Writes(e.Label)).GroupBy(e => e.Label, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.SelectMany(e => Features.Words(e.Text)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _groups = groups;
        _spoken = used.Where(e => !e.IsNot && e.Label[0] != '_').GroupBy(e => e.Label, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.SelectMany(e => Features.Words(e.Text)).SelectMany(Senses).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _spelling = new Spelling(
            used.SelectMany(e => Features.Words(e.Text)).Where(w => w[0] != '{').GroupBy(w => w, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            Mentions.OrdinaryWords.All.Union(groups.Keys).ToFrozenSet(StringComparer.Ordinal));
        _byLength = _vocabulary.Concat(OrdinaryWords.All).Where(w => w.Length > 2).ToLookup(w => w.Length);
        Untrained = [.. _tools.Keys.Except(used.Select(e => e.Label)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Gets the tools that no example leads to.</summary>
    public IReadOnlyList<string> Untrained { get; }

    /// <summary>Gets a tool's definition.</summary>
    public ToolDefinition Tool(string name) => _tools[name];

    /// <summary>Gets the tool that takes any question as it is, if there is one.</summary>
    public ToolDefinition? Searcher => _tools.Values.Where(t => !t.Writes && t.Parameters.Any(p => p.Required && p.Slot == SlotKind.Question)).MinBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>Says whether a tool is registered.</summary>
    public bool Knows(string name) => _tools.ContainsKey(name);

    /// <summary>Says whether an intent is an action.</summary>
    public bool Writes(string label) => _tools.TryGetValue(label, out var tool) && tool.Writes;

    /// <summary>Gets a value indicating whether an action takes words to be written as they are.</summary>
    public bool WritesWords => _tools.Values.Any(t => t.Writes && t.Parameters.Any(p => p.Slot == SlotKind.Message));

    /// <summary>Says whether an action's own examples use a verb.</summary>
    public bool Says(string label, string verb) => _deeds.TryGetValue(label, out var said) && verb.Split(' ').All(said.Contains);

    /// <summary>Says whether a word occurs in the examples.</summary>
    public bool IsAskedWith(string word) => _vocabulary.Contains(word);

    /// <summary>Says whether a folded word stands in examples of questions.</summary>
    public bool IsAsking(string word) => _vocabulary.Contains(word);

    /// <summary>Says whether a word is a slip or another form of one that people ask with.</summary>
    public bool IsNearToAsking(string word)
    {
        var limit = word.Length < 6 ? 1 : 2;
        return _vocabulary.Contains(word)
            || Enumerable.Range(word.Length - limit, (2 * limit) + 1).Any(n => _byLength[n].Any(w => EditDistance.Within(word, w, limit) <= limit))
            || (word.EndsWith("ing", StringComparison.Ordinal) && _vocabulary.Contains(word[..^3])) || (word.EndsWith("ly", StringComparison.Ordinal) && word.Length > 5);
    }

    /// <summary>Ranks the intents of a clause, likeliest first.</summary>
    /// <param name="pattern">The clause with placeholders.</param>
    /// <param name="mentioned">The slots that things mentioned in it can fill; one set a mention.</param>
    public IReadOnlyList<RankedIntent> Rank(string pattern, IReadOnlyList<IReadOnlySet<SlotKind>> mentioned)
    {
        var asked = _spelling.Correct(pattern);
        var features = _features.Of(asked);
        var scores = _classifier.Score(features);
        _likest.Raise(features, scores);
        var strange = Strangers(asked);
        for (var i = 0; i < scores.Length; i++)
        {
            if (_tools.TryGetValue(_classifier.Labels[i], out var tool))
            {
                scores[i] += Fit(tool, mentioned) - (tool.Parameters.Any(p => p.Slot == SlotKind.Question && p.Required) ? 0 : Strange * strange[i]);
            }
        }

        // The more labels there are, the more of the probability goes to those that nobody means: the same lead shall stay the same certainty.
        var stretch = (float)Math.Max(1, Math.Log(scores.Length) / Math.Log(FewLabels));
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] *= stretch;
        }

        LinearClassifier.Softmax(scores);
        return [.. scores.Select((s, i) => new RankedIntent(_classifier.Labels[i], s)).OrderByDescending(r => r.Probability).ThenBy(r => r.Label, StringComparer.Ordinal)];
    }

    /// <summary>For each label how many words that carry meaning none of its examples uses, nor a word like them: "which supplier has the best football team".</summary>
    private int[] Strangers(string asked)
    {
        var words = Features.Words(asked).Where(w => w.Length >= ShortestSense && char.IsLetter(w[0]) && !Planning.SlotWords.IsConnective(w)).Distinct().Select(w => Senses(w).ToList()).ToList();
        return [.. _classifier.Labels.Select(l => _spoken.TryGetValue(l, out var spoken) ? Math.Min(MostStrange, words.Count(w => !w.Exists(spoken.Contains))) : 0)];
    }

    /// <summary>A word, its beginning, and the groups it stands in.</summary>
    private IEnumerable<string> Senses(string word)
        => (_groups.TryGetValue(word, out var groups) ? groups.Select(g => "g:" + g) : []).Append(word).Append("b:" + word[..Math.Min(word.Length, Beginning)]);

    private static float Fit(ToolDefinition tool, IReadOnlyList<IReadOnlySet<SlotKind>> mentioned)
    {
        var takes = tool.Parameters.Select(p => p.Slot).ToHashSet();
        if (takes.Contains(SlotKind.Question))
        {
            // Documents are searched with any words, but hold no single order or ticket.
            return mentioned.Any(k => k.All(IsDocument) && !k.Overlaps(takes)) ? DoesNotFit : Math.Min(1, mentioned.Count(k => k.Overlaps(takes) && !k.All(IsFilter))) * Fits;
        }

        var fit = 0f;
        foreach (var kinds in mentioned)
        {
            fit += kinds.Overlaps(takes) ? (kinds.All(IsFilter) ? 0 : Fits) : kinds.All(IsFilter) || kinds.All(k => k == SlotKind.Location) ? IgnoresFilter : kinds.All(IsDocument) ? MissesThePoint : DoesNotFit;
        }

        var missing = tool.Parameters.Count(p => p.Required && p.Slot < SlotKind.PeriodStart && !mentioned.Any(k => k.Contains(p.Slot)));
        return Math.Clamp(fit, -4f, 1.4f) + (missing * MissesWhatItNeeds);
    }

    private static bool IsDocument(SlotKind slot) => slot is >= SlotKind.SalesOrder and <= SlotKind.Lot;

    private static bool IsFilter(SlotKind slot) => slot is SlotKind.Money or SlotKind.Count or SlotKind.PeriodStart or SlotKind.PeriodEnd or SlotKind.Day;

    /// <summary>Writes the times of an example as placeholders: authors may write "this week" or {period}.</summary>
    private static string Normalize(string example)
    {
        var text = QuestionText.Of(example);
        var pattern = text.Folded;
        foreach (var time in PeriodReader.Find(text, SomeDay).Reverse())
        {
            pattern = string.Concat(pattern.AsSpan(0, time.Start), Placeholders.Of(time.Day is null ? SlotKind.PeriodStart : SlotKind.Day), " ", pattern.AsSpan(time.End));
        }

        return pattern;
    }
}
