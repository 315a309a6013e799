using System.Globalization;
using System.Text.Json;

namespace Copilot.Benchmarks.Harness;

/// <summary>Prints lines: a table as they come, or JSON at the end.</summary>
internal sealed class Report(TextWriter output, bool asJson)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly List<Line> _lines = [];
    private string? _suite;

    public void Add(Line line)
    {
        _lines.Add(line);
        if (asJson)
        {
            return;
        }

        if (_suite != line.Suite)
        {
            _suite = line.Suite;
            output.WriteLine();
            output.WriteLine($"{line.Suite,-44} {"n",5} {"median",9} {"p95",9} {"unit",-7} {"reference",9} {"adds",8} {"ratio",7}");
        }

        output.WriteLine($"  {line.Name,-42} {line.Count,5} {Number(line.Median),9} {Number(line.P95),9} {line.Unit,-7} {Number(line.ReferenceMedian),9} {Number(line.Adds),8} {Number(line.Ratio),7}{(line.Reference is null ? string.Empty : "  vs " + line.Reference)}");
    }

    public void End()
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(_lines, Json));
        }
    }

    private static string Number(double? value) => value is not { } number ? string.Empty
        : Math.Abs(number) >= 100 ? number.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs(number) >= 10 ? number.ToString("0.0", CultureInfo.InvariantCulture)
        : number.ToString("0.00", CultureInfo.InvariantCulture);
}
