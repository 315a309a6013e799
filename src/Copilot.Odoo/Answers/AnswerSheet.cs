using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Answers;

/// <summary>Collects what one call found: evidence once each, findings that cite it, cards.</summary>
internal sealed class AnswerSheet(ToolContext context, IOdooClient client)
{
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, Evidence> evidence = [];
    private readonly List<Card> cards = [];

    public CallerDays Days { get; } = new(context);

    /// <summary>What sums and calculations were made over, as it stands behind a sentence: <c> in Lyon (Meridian Industrial Supply and Meridian Packaging)</c>.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>Adds a record; the same record twice keeps the first. The excerpt is one readable line.</summary>
    public string Record(string model, int id, string title, string excerpt, OdooRow? row, params IEnumerable<Fact> facts)
    {
        var key = $"{model}:{id.ToString(CultureInfo.InvariantCulture)}";
        var record = new RecordRef(model, id);
        evidence.TryAdd(key, new Evidence
        {
            Id = key,
            Kind = EvidenceKind.Record,
            Title = Phrase.Clean(title),
            Uri = client.RecordUri(record),
            Excerpt = Phrase.Clean(excerpt, 400),
            AsOf = context.Now,
            Version = row?.Text("write_date"),
            Facts = [.. facts],
            Record = record,
        });
        return key;
    }

    /// <summary>Adds what was known of a record at an earlier moment, under an id of its own: the same record may stand behind several such things.</summary>
    public string Earlier(string id, RecordRef record, string title, string excerpt, DateTimeOffset asOf, params IEnumerable<Fact> facts)
    {
        evidence.TryAdd(id, new Evidence
        {
            Id = id,
            Kind = EvidenceKind.Record,
            Title = Phrase.Clean(title),
            Uri = client.RecordUri(record),
            Excerpt = Phrase.Clean(excerpt, 400),
            AsOf = asOf,
            Facts = [.. facts],
            Record = record,
        });
        return id;
    }

    /// <summary>Adds a business document that was read.</summary>
    public string Document(string id, string title, string excerpt, params IEnumerable<Fact> facts)
    {
        evidence.TryAdd(id, new Evidence
        {
            Id = id,
            Kind = EvidenceKind.Document,
            Title = Phrase.Clean(title),
            Excerpt = Phrase.Clean(excerpt, 600),
            AsOf = context.Now,
            Facts = [.. facts],
        });
        return id;
    }

    /// <summary>Adds figures that Odoo itself counted or summed over several records.</summary>
    public string Aggregate(string id, string title, string excerpt, params IEnumerable<Fact> facts)
    {
        evidence.TryAdd(id, new Evidence
        {
            Id = id,
            Kind = EvidenceKind.Record,
            Title = Phrase.Clean(title),
            Excerpt = Phrase.Clean($"{Phrase.Clean(excerpt, 400)}{Scope}", 600),
            AsOf = context.Now,
            Facts = [.. facts],
        });
        return id;
    }

    /// <summary>Adds arithmetic that the citation check can repeat. Further facts (the window asked for, how many are shown) stand beside the result.</summary>
    public string Calculate(string id, string title, CalculationOperation operation, IReadOnlyList<Fact> inputs, Fact result, string formula, params IEnumerable<Fact> beside)
    {
        var key = $"calc:{id}";
        evidence.TryAdd(key, new Evidence
        {
            Id = key,
            Kind = EvidenceKind.Calculation,
            Title = Phrase.Clean(title),
            Excerpt = Phrase.Clean($"{title}{Scope}: {formula}", 400),
            AsOf = context.Now,
            Facts = [result, .. beside],
            Calculation = new Calculation(operation, inputs, result, formula),
        });
        return key;
    }

    /// <summary>Counts things by their names.</summary>
    public string Count(string id, string title, IEnumerable<string> names, string formula, params IEnumerable<Fact> beside)
    {
        var inputs = names.Select(n => FactOf.Code("Counted", n)).ToList();
        return Calculate(id, title, CalculationOperation.Count, inputs, FactOf.Number(title, inputs.Count), formula, beside);
    }

    /// <summary>Sums money.</summary>
    public string Sum(string id, string title, IEnumerable<(string Name, decimal Amount)> parts, string currency, string formula, params IEnumerable<Fact> beside)
    {
        var inputs = parts.Select(p => FactOf.Money(p.Name, p.Amount, currency)).ToList();
        return Calculate(id, title, CalculationOperation.Sum, inputs, FactOf.Money(title, inputs.Sum(i => Value(i)), currency), formula, beside);
    }

    /// <summary>A share in per cent, one decimal.</summary>
    public string Share(string id, string title, Fact part, Fact whole, decimal percent, string formula, params IEnumerable<Fact> beside)
        => Calculate(id, title, CalculationOperation.Share, [part, whole], FactOf.Percent(title, percent), formula, [part, whole, .. beside]);

    /// <summary>
    /// The change of one amount against another, in per cent with one decimal; null when the earlier one is nothing. The calculation holds its size without the sign, too.
    /// </summary>
    public (string Id, decimal Percent)? Change(string id, string title, Fact now, Fact before)
    {
        if (Value(before) == 0)
        {
            return null;
        }

        var percent = Math.Round((Value(now) - Value(before)) / Math.Abs(Value(before)) * 100, 1);
        return (
            Calculate(id, title, CalculationOperation.PercentChange, [now, before], FactOf.Percent(title, percent), "the period against the one it is compared with", FactOf.Percent("Size of the change", Math.Abs(percent)), now, before),
            percent);
    }

    /// <summary>The difference of two amounts of money; the calculation holds its size without the sign, too.</summary>
    public (string Id, decimal Amount) Difference(string id, string title, (string Name, decimal Amount) first, (string Name, decimal Amount) second, string currency, string formula)
    {
        var inputs = new[] { FactOf.Money(first.Name, first.Amount, currency), FactOf.Money(second.Name, second.Amount, currency) };
        var amount = Value(inputs[0]) - Value(inputs[1]);
        return (Calculate(id, title, CalculationOperation.Difference, inputs, FactOf.Money(title, amount, currency), formula, [FactOf.Money("Size", Math.Abs(amount), currency), .. inputs]), amount);
    }

    /// <summary>Counts days between two days.</summary>
    public string DaysBetween(string id, string title, (string Name, DateOnly Day) later, (string Name, DateOnly Day) earlier)
        => Calculate(
            id,
            title,
            CalculationOperation.DaysBetween,
            [FactOf.Date(later.Name, later.Day), FactOf.Date(earlier.Name, earlier.Day)],
            FactOf.Days(title, later.Day.DayNumber - earlier.Day.DayNumber),
            $"days from {earlier.Name} to {later.Name}",
            FactOf.Date(later.Name, later.Day),
            FactOf.Date(earlier.Name, earlier.Day));

    /// <summary>Adds a sentence and what it stands on.</summary>
    public void Say(FindingRole role, string text, string? topic, params IEnumerable<string> evidenceIds)
        => findings.Add(new Finding { Role = role, Text = Phrase.Sentence(text), Topic = topic, EvidenceIds = [.. evidenceIds.Distinct()] });

    /// <summary>Where a person opens the record.</summary>
    public string UriOf(string model, int id) => client.RecordUri(new RecordRef(model, id));

    public void Show(Card card) => cards.Add(card);

    /// <summary>The result; a cut list says so with a caveat that stands on the count.</summary>
    public ToolResult Finish(ListCut? cut = null, bool found = true)
        => new()
        {
            Outcome = ToolOutcome.Ok,
            Found = found,
            Findings = [.. findings.OrderBy(f => f.Role == FindingRole.Headline ? 0 : f.Role == FindingRole.Caveat ? 2 : 1)],
            Evidence = [.. evidence.Values],
            Cards = cards,
            Cut = cut is { } c && c.Shown < c.Total ? c : null,
        };

    private static decimal Value(Fact fact) => decimal.Parse(fact.Value, CultureInfo.InvariantCulture);
}
