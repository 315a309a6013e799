using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Conversation.Grounding;

/// <summary>Repeats the arithmetic that stands as evidence.</summary>
internal static class CalculationCheck
{
    /// <summary>Says whether the result follows from the inputs, within the rounding of the result's own places. A model is taken as stated.</summary>
    public static bool ComesOut(Calculation calculation, TimeZoneInfo zone)
    {
        if (calculation.Operation == CalculationOperation.Model)
        {
            return true;
        }

        if (calculation.Operation == CalculationOperation.DaysBetween)
        {
            return DaysComeOut(calculation, zone);
        }

        if (!Number(calculation.Result, out var result))
        {
            return IsDayExtreme(calculation);
        }

        if (calculation.Operation == CalculationOperation.Count)
        {
            return result == calculation.Inputs.Count;
        }

        var inputs = new List<decimal>();
        foreach (var input in calculation.Inputs)
        {
            if (!Number(input, out var value))
            {
                return false;
            }

            inputs.Add(value);
        }

        return inputs.Count > 0 && SameMoney(calculation) && Compute(calculation.Operation, inputs) is { } expected && Math.Abs(expected - result) <= Slack(calculation.Result.Value);
    }

    private static decimal? Compute(CalculationOperation operation, List<decimal> inputs)
    {
        try
        {
            return operation switch
            {
                CalculationOperation.Sum => inputs.Sum(),
                CalculationOperation.Difference => inputs[0] - inputs.Skip(1).Sum(),
                CalculationOperation.Product => inputs.Aggregate(1m, (a, b) => a * b),
                CalculationOperation.Ratio => inputs.Count == 2 && inputs[1] != 0 ? inputs[0] / inputs[1] : null,
                CalculationOperation.Share => inputs.Count == 2 && inputs[1] != 0 ? inputs[0] / inputs[1] * 100 : null,
                CalculationOperation.PercentChange => inputs.Count == 2 && inputs[1] != 0 ? (inputs[0] - inputs[1]) / Math.Abs(inputs[1]) * 100 : null,
                CalculationOperation.Minimum => inputs.Min(),
                CalculationOperation.Maximum => inputs.Max(),
                CalculationOperation.Mean => inputs.Average(),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Sums of different currencies are no sums.</summary>
    private static bool SameMoney(Calculation calculation)
        => calculation.Operation is not (CalculationOperation.Sum or CalculationOperation.Difference or CalculationOperation.Mean)
            || calculation.Inputs.Append(calculation.Result).Where(f => f.Kind == FactKind.Money && f.Unit is not null).Select(f => f.Unit).Distinct().Count() <= 1;

    private static bool IsDayExtreme(Calculation calculation)
        => calculation.Operation is CalculationOperation.Minimum or CalculationOperation.Maximum
            && calculation.Result.Kind is FactKind.Date or FactKind.DateTime
            && calculation.Inputs.Count > 0
            && calculation.Result.Value == (calculation.Operation == CalculationOperation.Minimum
                ? calculation.Inputs.Select(i => i.Value).Min(StringComparer.Ordinal) : calculation.Inputs.Select(i => i.Value).Max(StringComparer.Ordinal));

    private static bool DaysComeOut(Calculation calculation, TimeZoneInfo zone)
    {
        if (calculation.Inputs.Count != 2 || !Number(calculation.Result, out var result)
            || Day(calculation.Inputs[0], zone) is not { } first || Day(calculation.Inputs[1], zone) is not { } second)
        {
            return false;
        }

        return first.DayNumber - second.DayNumber == result;
    }

    private static DateOnly? Day(Fact fact, TimeZoneInfo zone)
        => DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : DateTimeOffset.TryParse(fact.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime)
            : null;

    private static decimal Slack(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var slack = 0.5m;
        for (var i = point < 0 ? written.Length : point + 1; i < written.Length && slack > 0.000_000_001m; i++)
        {
            slack /= 10;
        }

        return slack;
    }

    private static bool Number(Fact fact, out decimal value) => decimal.TryParse(fact.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
