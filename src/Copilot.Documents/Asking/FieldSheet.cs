using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Documents.Asking;

/// <summary>Writes read documents as an answer: what it is and over how much, its values with their places, its lines as a table, what is in doubt.</summary>
internal sealed class FieldSheet(DateTimeOffset now)
{
    private const double Doubtful = 0.75;
    private const int MostLines = 50;
    private const int MostWarnings = 3;

    private readonly List<Finding> _findings = [];
    private readonly List<Evidence> _evidence = [];
    private readonly List<Card> _cards = [];

    /// <summary>Gets the result.</summary>
    public ToolResult Result => new() { Outcome = ToolOutcome.Ok, Findings = _findings, Evidence = _evidence, Cards = _cards };

    /// <summary>Adds a document.</summary>
    public void Add(string id, ExtractedDocument document)
    {
        var currency = document.Fields.GetValueOrDefault("currency")?.Value as string is { Length: 3 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
        var told = FieldWords.Told.Where(t => document.Fields.TryGetValue(t.Field, out var field) && FieldWords.IsTold(t.Field, field.Value)).Select(t => (t.Name, t.Field, Value: document.Fields[t.Field])).ToList();
        var title = $"{Capital(FieldWords.Kind(document.Type).Split(' ', 2)[1])} {FieldWords.Clean(Text(document, "number"), 40)}".TrimEnd();
        var file = FieldWords.Clean(document.File, 60);
        var words = string.Join("; ", told.Select(t => $"{t.Name}: {FieldWords.Said(t.Value.Value, IsMoney(t.Field) ? currency : null)}{Place(t.Value)}"));
        var doubtful = told.Where(t => t.Value.Confidence < Doubtful).Select(t => t.Name.ToLowerInvariant()).ToList();
        _evidence.Add(new Evidence
        {
            Id = id,
            Kind = EvidenceKind.Document,
            Title = $"{title} ({file})",
            Excerpt = words,
            AsOf = now,
            Facts =
            [
                new Fact("Kind", FactKind.Text, FieldWords.Kind(document.Type)),
                new Fact("Lines", FactKind.Number, document.Lines.Count.ToString(CultureInfo.InvariantCulture)),
                new Fact("Pages", FactKind.Number, document.Pages.ToString(CultureInfo.InvariantCulture)),
                .. told.Select(t => FieldWords.FactOf(t.Name, t.Value.Value, IsMoney(t.Field) ? currency : null)),
            ],
        });
        Headline(id, document, currency, file);
        foreach (var part in told.Where(t => t.Field is not ("number" or "supplierName" or "issueDate" or "totalAmount")).Select(t => $"{t.Name}: {FieldWords.Said(t.Value.Value, IsMoney(t.Field) ? currency : null)}{Place(t.Value)}").Chunk(4))
        {
            Say(FindingRole.Detail, string.Join("; ", part), id, file);
        }

        Say(FindingRole.Detail, document.Lines.Count == 0 ? "I found no lines in it" : $"It has {Count(document.Lines.Count, "line", "lines")}, listed in the table", id, file);
        Doubts(id, document, doubtful, file);
        if (document.Lines.Count > 0)
        {
            _cards.Add(Table(id, title, document, currency));
        }
    }

    /// <summary>Adds a remark on the whole answer.</summary>
    public void Caveat(string text)
    {
        const string Id = "documents";
        if (_evidence.TrueForAll(e => e.Id != Id))
        {
            _evidence.Add(new Evidence { Id = Id, Kind = EvidenceKind.Document, Title = "Attached files", Excerpt = text, AsOf = now });
        }

        _findings.Add(new Finding { Role = FindingRole.Caveat, Text = text, EvidenceIds = [Id] });
    }

    private void Headline(string id, ExtractedDocument document, string? currency, string file)
    {
        var number = Text(document, "number") is { } n ? $" with number {FieldWords.Clean(n, 40)}" : string.Empty;
        var supplier = Text(document, "supplierName") is { } s ? $" of {FieldWords.Clean(s, 60)}" : string.Empty;
        var date = Text(document, "issueDate") is { } d ? $", dated {FieldWords.Said(d, null)}" : string.Empty;
        var total = document.Fields.GetValueOrDefault("totalAmount")?.Value is decimal amount ? $", over {FieldWords.Said(amount, currency)}" : string.Empty;
        Say(FindingRole.Headline, $"This is {FieldWords.Kind(document.Type)}{supplier}{number}{date}{total}", id, file);
    }

    private void Doubts(string id, ExtractedDocument document, List<string> doubtful, string file)
    {
        var failed = document.Checks.Where(c => !c.Ok).Select(c => FieldWords.Failed(c.Name)).ToList();
        if (failed.Count > 0)
        {
            Say(FindingRole.Caveat, $"It does not agree with itself: {string.Join("; ", failed.Take(MostWarnings))}", id, file);
        }

        if (doubtful.Count > 0)
        {
            Say(FindingRole.Caveat, $"Not read for sure: {string.Join(", ", doubtful)}. Compare with the document", id, file);
        }

        if (document.Checks.Count > 0 && failed.Count == 0 && doubtful.Count == 0 && !document.NeedsReview)
        {
            Say(FindingRole.Detail, "Its amounts and dates agree with each other", id, file);
        }
        else if (failed.Count == 0 && doubtful.Count == 0 && document.NeedsReview)
        {
            Say(FindingRole.Caveat, "Something in it could not be read; look at the document before you rely on it", id, file);
        }
    }

    private static TableCard Table(string id, string title, ExtractedDocument document, string? currency) => new()
    {
        Title = $"Lines of {title}",
        Columns =
        [
            new("article", "Article", FactKind.Text), new("description", "Description", FactKind.Text), new("quantity", "Quantity", FactKind.Number), new("unit", "Unit", FactKind.Text),
            new("price", "Unit price", currency is null ? FactKind.Number : FactKind.Money, currency), new("amount", "Amount", currency is null ? FactKind.Number : FactKind.Money, currency),
        ],
        Rows =
        [
            .. document.Lines.Take(MostLines).Select(l => (IReadOnlyList<JsonValue?>)
            [
                Words(l.Sku ?? l.BuyerSku ?? l.Gtin), Words(l.Description), Number(l.Quantity), Words(l.Unit), Number(l.UnitPrice), Number(l.Amount),
            ]),
        ],
        TotalRows = document.Lines.Count,
        Sources = [id],
    };

    private void Say(FindingRole role, string text, string id, string topic)
        => _findings.Add(new Finding { Role = role, Text = text.TrimEnd('.', ' ') + ".", EvidenceIds = [id], Topic = topic });

    private static string Place(ExtractedField field) => field.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $" (page {page})") : string.Empty;

    private static bool IsMoney(string field) => field.EndsWith("Amount", StringComparison.Ordinal);

    private static string? Text(ExtractedDocument document, string field) => document.Fields.GetValueOrDefault(field)?.Value as string;

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static JsonValue? Words(string? text) => text is null ? null : JsonValue.Create(FieldWords.Clean(text, 80));

    private static JsonValue? Number(decimal? value) => value is { } v ? JsonValue.Create(v) : null;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
