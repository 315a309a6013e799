using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>Collects what one call found: evidence, sentences that stand on it, cards.</summary>
internal sealed class ForecastPage(ToolContext context)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private readonly List<Card> _cards = [];

    /// <summary>Adds values over time.</summary>
    public string Series(string id, string title, string excerpt, string? uri, params IEnumerable<Fact> facts)
        => Add(new Evidence { Id = $"series:{id}", Kind = EvidenceKind.Series, Title = Wording.Clean(title, 160), Excerpt = Wording.Clean(excerpt, 400), Uri = uri, AsOf = context.Now, Facts = [.. facts] });

    /// <summary>Adds a record of the business system.</summary>
    public string Record(RecordRef record, string title, string excerpt, string? uri, params IEnumerable<Fact> facts)
        => Add(new Evidence { Id = $"{record.Model}:{record.Id}", Kind = EvidenceKind.Record, Title = Wording.Clean(title, 160), Excerpt = Wording.Clean(excerpt, 400), Uri = uri, AsOf = context.Now, Record = record, Facts = [.. facts] });

    /// <summary>Adds what a model made of its inputs; the formula says how. Further facts stand beside the result.</summary>
    public string Model(string id, string title, IReadOnlyList<Fact> inputs, Fact result, string formula, params IEnumerable<Fact> beside)
        => Add(new Evidence
        {
            Id = $"calc:{id}",
            Kind = EvidenceKind.Calculation,
            Title = Wording.Clean(title, 160),
            Excerpt = Wording.Clean($"{title}: {formula}", 400),
            AsOf = context.Now,
            Facts = [result, .. inputs, .. beside],
            Calculation = new Calculation(CalculationOperation.Model, inputs, result, formula),
        });

    /// <summary>Adds a sentence and what it stands on.</summary>
    public void Say(FindingRole role, string text, params IEnumerable<string> evidence)
        => _findings.Add(new Finding { Role = role, Text = text.TrimEnd() is { } whole && whole.EndsWith('.') ? whole : text.TrimEnd() + ".", EvidenceIds = [.. evidence.Distinct()] });

    /// <summary>Adds a card.</summary>
    public void Show(Card card) => _cards.Add(card);

    /// <summary>The result.</summary>
    public ToolResult Finish() => new()
    {
        Outcome = ToolOutcome.Ok,
        Findings = [.. _findings.OrderBy(f => f.Role == FindingRole.Headline ? 0 : f.Role == FindingRole.Caveat ? 2 : 1)],
        Evidence = [.. _evidence.Values],
        Cards = _cards,
    };

    private string Add(Evidence evidence)
    {
        _evidence.TryAdd(evidence.Id, evidence);
        return evidence.Id;
    }
}
