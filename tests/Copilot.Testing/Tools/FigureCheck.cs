using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Testing.Tools;

/// <summary>
/// An independent check that findings hold nothing their evidence does not: every number, day, document number and code of the text must
/// stand in the facts or the excerpt of the cited evidence; calculations must compute again.
/// </summary>
public static partial class FigureCheck
{
    /// <summary>What findings say without evidence, one line each.</summary>
    public static IReadOnlyList<string> Unsupported(ToolResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var byId = result.Evidence.ToDictionary(e => e.Id);
        var faults = new List<string>();
        foreach (var finding in result.Findings)
        {
            var missing = finding.EvidenceIds.Where(id => !byId.ContainsKey(id)).ToList();
            faults.AddRange(missing.Select(id => $"'{finding.Text}' cites {id}, which is not there"));
            if (finding.EvidenceIds.Count == 0)
            {
                faults.Add($"'{finding.Text}' cites nothing");
            }

            var held = new Held(finding.EvidenceIds.Where(byId.ContainsKey).Select(id => byId[id]));
            faults.AddRange(Figures(finding.Text).Where(f => !held.Holds(f)).Select(f => $"'{finding.Text}': {f} is not in {string.Join(", ", finding.EvidenceIds)}"));
        }

        faults.AddRange(result.Evidence.Where(e => e.Calculation is not null).Select(Wrong).OfType<string>());
        faults.AddRange(result.Cards.SelectMany(c => c.Sources.Where(s => !byId.ContainsKey(s)).Select(s => $"card '{c.Title}' cites {s}, which is not there")));
        return faults;
    }

    private static IEnumerable<string> Figures(string text)
    {
        var rest = Day().Replace(text, string.Empty);
        foreach (Match day in Day().Matches(text))
        {
            yield return DateOnly.ParseExact(day.Groups[1].Value, "d MMM yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        foreach (Match code in Code().Matches(rest))
        {
            yield return code.Value;
        }

        rest = Code().Replace(rest, " ");
        foreach (Match number in Number().Matches(rest))
        {
            yield return number.Value.Replace(",", string.Empty, StringComparison.Ordinal);
        }
    }

    private static string? Wrong(Evidence evidence)
    {
        var calculation = evidence.Calculation!;
        var inputs = calculation.Inputs.Select(i => decimal.TryParse(i.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : 0).ToList();
        decimal? expected = calculation.Operation switch
        {
            CalculationOperation.Count => calculation.Inputs.Count,
            CalculationOperation.Sum => inputs.Sum(),
            CalculationOperation.Difference => inputs[0] - inputs.Skip(1).Sum(),
            CalculationOperation.Share => inputs[1] == 0 ? 0 : inputs[0] / inputs[1] * 100,
            CalculationOperation.PercentChange => (inputs[0] - inputs[1]) / Math.Abs(inputs[1]) * 100,
            CalculationOperation.DaysBetween => Date(calculation.Inputs[0]).DayNumber - Date(calculation.Inputs[1]).DayNumber,
            _ => null,
        };
        return expected is { } e && Math.Abs(e - decimal.Parse(calculation.Result.Value, CultureInfo.InvariantCulture)) > 0.051m
            ? $"{evidence.Id} says {calculation.Result.Value}, but it computes to {e}"
            : null;
    }

    private static DateOnly Date(Fact fact) => DateOnly.ParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "Fri 27 Nov 2026"
    [GeneratedRegex(@"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2} [A-Z][a-z]{2} \d{4})")]
    private static partial Regex Day();

    // A token with digits (S00042, LYO/OUT/00042) or of capitals with hyphens (GLV-NIT-L); Saint-Orens is a name.
    [GeneratedRegex(@"\b(?=[\w/#-]*\d|[A-Z]+(?:-[A-Z]+)+\b)[A-Z][\w]*(?:[-/][\w]+)*\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w])\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();

    private sealed class Held
    {
        private readonly string words;
        private readonly HashSet<string> values;
        private readonly HashSet<decimal> numbers = [];

        public Held(IEnumerable<Evidence> evidence)
        {
            var all = evidence.ToList();
            words = string.Join('\n', all.SelectMany(e => e.Facts.Select(f => f.Value).Append(e.Excerpt)));
            values = [.. all.SelectMany(e => e.Facts).Select(f => f.Value)];
            foreach (var text in all.SelectMany(e => e.Facts.Where(f => f.Kind is not (FactKind.Date or FactKind.DateTime or FactKind.Code)).Select(f => f.Value).Append(e.Excerpt)))
            {
                foreach (Match number in Number().Matches(text))
                {
                    numbers.Add(decimal.Parse(number.Value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture));
                }
            }
        }

        public bool Holds(string figure)
            => decimal.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
                ? numbers.Contains(n)
                : values.Contains(figure) || words.Contains(figure, StringComparison.Ordinal);
    }
}
