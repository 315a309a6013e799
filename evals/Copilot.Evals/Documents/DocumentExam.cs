using System.Globalization;
using Copilot.Contracts;
using Copilot.Evals.Reports;

namespace Copilot.Evals.Documents;

/// <summary>Has documents read and compares with what is known to stand in them.</summary>
/// <param name="extractor">The reading desk.</param>
/// <param name="engine">Which way they are read.</param>
internal sealed class DocumentExam(IDocumentExtractor extractor, ExtractionEngine engine)
{
    private const decimal Cent = 0.0051m;
    private const int Steps = 10;

    private readonly List<(double Said, bool Right)> _said = [];
    private readonly List<string> _faults = [];
    private int _fields;
    private int _fieldsRight;
    private int _lines;
    private int _linesRight;
    private int _types;
    private int _typesRight;
    private int _broken;
    private int _refused;

    /// <summary>Runs it.</summary>
    public async Task<DocumentScore> RunAsync(string group, IReadOnlyList<JudgedDocument> documents, Action each, CancellationToken cancellationToken)
    {
        var read = new (ExtractedDocument? Found, string? Refusal)[documents.Count];
        await Parallel.ForAsync(0, documents.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (i, ct) =>
        {
            read[i] = await ReadAsync(documents[i], ct);
            each();
        });
        for (var i = 0; i < documents.Count; i++)
        {
            Judge(documents[i], read[i].Found, read[i].Refusal);
        }

        var steps = _said.GroupBy(s => Math.Min(Steps - 1, (int)(s.Said * Steps))).OrderBy(g => g.Key)
            .Select(g => new ReliabilityStep(Math.Round(g.Average(s => s.Said), 3), g.Count(), Math.Round(g.Count(s => s.Right) / (double)g.Count(), 3))).ToList();
        return new DocumentScore
        {
            Group = group,
            Documents = documents.Count,
            Fields = new Share(_fieldsRight, _fields),
            Lines = new Share(_linesRight, _lines),
            Types = new Share(_typesRight, _types),
            Refused = new Share(_refused, _broken),
            CalibrationError = _said.Count == 0 ? 0 : Math.Round(steps.Sum(s => s.Count * Math.Abs(s.Said - s.Right)) / _said.Count, 4),
            Reliability = steps,
            Faults = _faults,
        };
    }

    private async Task<(ExtractedDocument? Found, string? Refusal)> ReadAsync(JudgedDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return (await extractor.ExtractAsync(new FileToRead(document.Name, document.Path), engine, cancellationToken), null);
        }
        catch (CopilotException trouble)
        {
            return (null, trouble.Message);
        }
    }

    private void Judge(JudgedDocument document, ExtractedDocument? found, string? refusal)
    {
        if (document.IsBroken)
        {
            _broken++;
            _refused += found is null ? 1 : 0;
            Fault(found is null, $"{document.Name}: broken, and not refused");
            return;
        }

        Fault(found is not null, $"{document.Name}: refused: {refusal}");
        if (document.Type is { } type)
        {
            var said = found is null ? null : System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(found.Type.ToString());
            _types++;
            _typesRight += said == type ? 1 : 0;
            Fault(said == type, $"{document.Name}: type is {type}, read {said}");
        }

        foreach (var (name, value) in document.Fields)
        {
            var field = found?.Fields.GetValueOrDefault(name);
            var right = field is not null && Same(field.Value, value);
            _fields++;
            _fieldsRight += right ? 1 : 0;
            Fault(right, string.Create(CultureInfo.InvariantCulture, $"{document.Name}: {name} is {value}, read {field?.Value} ({field?.Confidence})"));
            if (field is not null)
            {
                _said.Add((field.Confidence, right));
            }
        }

        Lines(document, found?.Lines ?? []);
    }

    private void Lines(JudgedDocument document, IReadOnlyList<ExtractedLine> found)
    {
        var left = found.ToList();
        foreach (var line in document.Lines)
        {
            // Each line read may serve once.
            var match = left.Find(l => line.All(v => Same(Value(l, v.Key), v.Value)));
            _lines++;
            _linesRight += match is null ? 0 : 1;
            Fault(match is not null, $"{document.Name}: a line is {string.Join(", ", line.Values)}, read {(left.Count > 0 && left.MaxBy(l => line.Count(v => Same(Value(l, v.Key), v.Value))) is { } near ? string.Join(", ", line.Keys.Select(k => Value(near, k))) : "nothing")} of {found.Count} lines");
            _ = match is not null && left.Remove(match);
        }
    }

    private static object? Value(ExtractedLine line, string name) => name switch
    {
        "description" => line.Description,
        "quantity" => line.Quantity,
        "unit" => line.Unit,
        "unitPrice" => line.UnitPrice,
        "amount" => line.Amount,
        "sku" => line.Sku,
        "gtin" => line.Gtin,
        _ => null,
    };

    private static bool Same(object? found, object value) => value is decimal number
        ? found is decimal read && Math.Abs(read - number) < Cent
        : string.Equals(Plain(found?.ToString()), Plain(value.ToString()), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Fault(bool fine, string words)
    {
        if (!fine)
        {
            _faults.Add(words);
        }
    }
}
