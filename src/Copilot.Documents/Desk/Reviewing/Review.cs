using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Extraction;

namespace Copilot.Documents.Desk.Reviewing;

/// <summary>What becomes of a document when a person corrects, confirms or rejects it. Pure.</summary>
/// <param name="who">The person's name.</param>
/// <param name="now">The moment.</param>
internal sealed class Review(string who, DateTimeOffset now)
{
    private const string TypeName = "type";
    private const string LinesName = "lines";
    private const int MostFields = 60;
    private const int MostLines = 1000;
    private const int LongestReason = 500;

    /// <summary>Takes corrections into a document.</summary>
    /// <returns>The document with them, and what was corrected; the same document when nothing was.</returns>
    /// <exception cref="CopilotException">A value can't be read.</exception>
    public (DeskDocument Document, IReadOnlyList<DeskEvent> Events) Correct(DeskDocument before, DeskChange change, ValueReader reader)
    {
        if (change.Fields.Count > MostFields || change.Lines?.Count > MostLines)
        {
            throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"A change holds up to {MostFields} values and {MostLines} lines."));
        }

        var read = before.Extraction!;
        var fields = new Dictionary<string, ExtractedField>(read.Fields, StringComparer.Ordinal);
        var after = read;
        var corrections = before.Corrections.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var events = new List<DeskEvent>();
        void Note(DeskCorrection correction, string? now)
        {
            // What was read first is what people want to know, however often it was corrected.
            corrections[correction.Name] = corrections.TryGetValue(correction.Name, out var earlier) ? correction with { Before = earlier.Before } : correction;
            events.Add(new DeskEvent(correction.At, who, "corrected", $"{correction.Name}: {now ?? "–"} → {correction.After ?? "–"}"));
        }

        foreach (var given in change.Fields)
        {
            var name = given.Name ?? string.Empty;
            if (name == TypeName)
            {
                var type = Type(given.Value);
                if (type != after.Type)
                {
                    Note(new DeskCorrection(TypeName, Said(after.Type), Said(type), who, now), Said(after.Type));
                    after = after with { Type = type, TypeConfidence = 1 };
                }

                continue;
            }

            var had = fields.GetValueOrDefault(name);

            // A value that is vouched for as it was read is not read again: 12.345 would become a thousand.
            var value = had is not null && given.Value?.Trim() == Said(had.Value) ? had.Value : reader.ReadOrNone(name, given.Value, given.Box is not null);
            var (page, box) = Place(given, read.Pages);
            if (value is null ? had is null : Equals(had?.Value, value) && had?.Confidence >= 1)
            {
                continue;
            }

            Note(new DeskCorrection(name, Said(had?.Value), Said(value), who, now) { Page = page, Box = box }, Said(had?.Value));
            if (value is null)
            {
                fields.Remove(name);
            }
            else
            {
                // A value that is right as it was read keeps its place.
                fields[name] = new ExtractedField(value, 1) { Page = page ?? (Equals(had?.Value, value) ? had?.Page : null), Box = box ?? (Equals(had?.Value, value) ? had?.Box : null) };
            }
        }

        if (change.Lines is { } wanted && Lines(wanted, read.Lines, reader) is var lines && !lines.SequenceEqual(read.Lines))
        {
            Note(new DeskCorrection(LinesName, Said(read.Lines), Said(lines), who, now), Said(read.Lines));
            after = after with { Lines = lines };
        }

        if (events.Count == 0)
        {
            return (before, []);
        }

        var asRead = before.AsRead ?? read;
        after = Recheck.Of(asRead, after with { Fields = fields });
        return (before with { Extraction = after, AsRead = asRead, Corrections = [.. corrections.Values], State = before.State == DeskState.Read && after.NeedsReview ? DeskState.NeedsReview : before.State }, events);
    }

    /// <summary>Confirms a document.</summary>
    public (DeskDocument Document, DeskEvent Event) Confirm(DeskDocument document)
    {
        var failing = Failing(document);
        return (document with { State = DeskState.Reviewed, SettledBy = who, SettledAt = now, Reason = null }, new DeskEvent(now, who, "confirmed", failing.Length == 0 ? null : "although: " + failing));
    }

    /// <summary>Rejects a document.</summary>
    /// <exception cref="CopilotException">There is no reason.</exception>
    public (DeskDocument Document, DeskEvent Event) Reject(DeskDocument document, string? reason)
        => ValueReader.TextOrNone(reason) is { Length: <= LongestReason } said
            ? (document with { State = DeskState.Rejected, SettledBy = who, SettledAt = now, Reason = said }, new DeskEvent(now, who, "rejected", said))
            : throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"Say why it is rejected, in up to {LongestReason} characters."));

    /// <summary>Says which checks of a document fail, in words; empty when none does.</summary>
    public static string Failing(DeskDocument document)
        => document.Extraction is not { } read || read.Checks.All(c => c.Ok) ? string.Empty : string.Join(", ", read.Checks.Where(c => !c.Ok).Select(c => c.Name.Replace('_', ' ')));

    private static BusinessDocumentType Type(string? word)
        => Enum.GetValues<BusinessDocumentType>().Cast<BusinessDocumentType?>().FirstOrDefault(t => Said(t!.Value) == word)
            ?? throw new CopilotException($"\"{DocumentDraft.Short(word ?? string.Empty)}\" is no type of document; write one of {string.Join(", ", Enum.GetValues<BusinessDocumentType>().Select(Said))}.");

    private static (int? Page, IReadOnlyList<double>? Box) Place(FieldCorrection given, int pages)
        => given is { Page: { } page, Box: { Count: 4 } box } && page >= 1 && page <= pages && box.All(x => double.IsFinite(x) && x is >= 0 and < 20_000) ? (page, [.. box.Select(x => Math.Round(x, 1))]) : (null, null);

    private static List<ExtractedLine> Lines(IReadOnlyList<LineCorrection> given, IReadOnlyList<ExtractedLine> read, ValueReader reader)
    {
        var lines = new List<ExtractedLine>();
        foreach (var (line, i) in given.Select((l, i) => (l, i + 1)))
        {
            string Named(string column) => string.Create(CultureInfo.InvariantCulture, $"line {i}, {column}");
            var had = line.From is { } from && from >= 0 && from < read.Count ? read[from] : new ExtractedLine();

            // A number that is as it was is not read again: 1.234 kg would be asked back.
            decimal? Number(string column, string? text, decimal? before) => before is { } known && text?.Trim() == Said(known) ? before : reader.NumberOrNone(Named(column), text);
            var now = had with
            {
                Sku = ValueReader.TextOrNone(line.Sku),
                Description = ValueReader.TextOrNone(line.Description),
                Quantity = Number("quantity", line.Quantity, had.Quantity),
                Unit = ValueReader.TextOrNone(line.Unit),
                UnitPrice = Number("price", line.UnitPrice, had.UnitPrice),
                Amount = Number("amount", line.Amount, had.Amount),
            };
            if (now is not { Sku: null, Description: null, Quantity: null, Amount: null })
            {
                lines.Add(now);
            }
        }

        return lines;
    }

    private static string Said(BusinessDocumentType type) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    private static string? Said(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Said(IReadOnlyList<ExtractedLine> lines)
        => string.Create(CultureInfo.InvariantCulture, $"{lines.Count} lines, {lines.Sum(l => l.Amount ?? 0)}");
}
