using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions;

/// <summary>Collects a draft while it is prepared: records with their versions, changes, warnings, and the evidence all of it stands on.</summary>
internal sealed class DraftSheet(string tool, ToolContext context, IOdooClient client)
{
    private const int LongestQuote = 200;

    private readonly List<RecordVersion> records = [];
    private readonly List<FieldChange> changes = [];
    private readonly List<(string Text, IReadOnlyList<string> Evidence)> warnings = [];
    private readonly List<string> evidence = [];
    private readonly List<Fact> asked = [];

    /// <summary>The ids of the evidence the whole draft stands on.</summary>
    public IReadOnlyList<string> All => evidence;

    public AnswerSheet Sheet { get; } = new(context, client);

    public ToolContext Context { get; } = context;

    public JsonObject Execution { get; } = [];

    public double Confidence { get; set; } = 1;

    public decimal? Margin { get; set; }

    public decimal? Discount { get; set; }

    public string? CustomerClass { get; set; }

    public string? Company { get; set; }

    public string? Reason { get; set; }

    /// <summary>Adds a record it touches or stands on, with its version, as evidence too.</summary>
    public RecordRef Record(string model, OdooRow row, string name, string title, string excerpt, params IEnumerable<Fact> facts)
    {
        var record = new RecordRef(model, row.Id);
        records.Add(new RecordVersion(record, Phrase.Clean(name, 80), row.Text("write_date")));
        Stand(Sheet.Record(model, row.Id, title, excerpt, row, facts));
        return record;
    }

    /// <summary>Adds a record whose version counts, without showing it.</summary>
    public void Watch(string model, OdooRow row, string name) => records.Add(new RecordVersion(new RecordRef(model, row.Id), Phrase.Clean(name, 80), row.Text("write_date")));

    /// <summary>Adds a record that has to be there still, whatever changed on it.</summary>
    public void Touch(RecordRef record, string name) => records.Add(new RecordVersion(record, Phrase.Clean(name, 80), null));

    /// <summary>Somebody's words on one line as they are quoted, the same in the evidence and in what is said of it; a long one ends after a whole word.</summary>
    public static string Quote(string words)
    {
        var line = Phrase.Clean(words, int.MaxValue).Replace('"', '\'');
        return line.Length <= LongestQuote ? line : string.Concat(line.AsSpan(0, line.LastIndexOf(' ', LongestQuote) is > 0 and var end ? end : LongestQuote), " …");
    }

    /// <summary>Evidence the whole draft stands on.</summary>
    public string Stand(string id)
    {
        if (!evidence.Contains(id))
        {
            evidence.Add(id);
        }

        return id;
    }

    /// <summary>A value that comes from the request itself.</summary>
    public void Asked(params IEnumerable<Fact> facts) => asked.AddRange(facts);

    public void Change(RecordRef? record, string field, string label, string? before, string? after) => changes.Add(new FieldChange(record, field, label, before, after));

    /// <summary>What the one who decides should know.</summary>
    public void Warn(string text, params IReadOnlyList<string> standsOn) => warnings.Add((Phrase.Sentence(text), standsOn));

    /// <summary>The result: the draft, and findings that say what would happen; whether it waits or is done is said by who decides.</summary>
    public ToolResult Finish(string summary, Exposure exposure, RiskClass risk)
    {
        if (asked.Count > 0)
        {
            Stand(Sheet.Aggregate($"request:{tool}", "What was asked for", string.Join(", ", asked.Select(f => $"{f.Name} {f.Value}")), asked));
        }

        Sheet.Say(FindingRole.Headline, $"Proposal: {summary}", null, evidence);
        foreach (var (text, standsOn) in warnings)
        {
            Sheet.Say(FindingRole.Caveat, text, null, standsOn.Count > 0 ? standsOn : evidence);
        }

        return Sheet.Finish() with { Action = Draft(summary, exposure, risk) };
    }

    /// <summary>The draft alone.</summary>
    public ActionDraft Draft(string summary, Exposure exposure, RiskClass risk) => new()
    {
        Tool = tool,
        Summary = summary.TrimEnd('.'),
        Records = records,
        Changes = changes,
        Execution = Execution,
        Exposure = exposure,
        Risk = risk,
        Reason = Reason,
        EvidenceIds = [.. evidence],
        Margin = Margin,
        Discount = Discount,
        CustomerClass = CustomerClass,
        Company = Company,
        Confidence = Confidence,
        Warnings = [.. warnings.Select(w => w.Text)],
    };
}
