using Copilot.Contracts;
using Copilot.Forecasting.Lateness;

namespace Copilot.Tests.Forecasting.Lateness;

/// <summary>Warehouses made by a known rule.</summary>
internal static class MadeShipping
{
    public static DateOnly Today { get; } = new(2026, 6, 15);

    /// <summary>One warehouse that picks so many lines a day and pushes the rest to the next one.</summary>
    public static ShippingHistory Queue(int seed, int capacity = 14, int days = 400)
    {
        var dice = new Random(seed);
        var (lines, queue, first) = (new List<ShippedLine>(), new List<ShippedLine>(), Today.AddDays(-days));
        var due = new Dictionary<DateOnly, List<ShippedLine>>();
        for (var day = first; day < Today; day = day.AddDays(1))
        {
            if (!WorkDays.IsOne(day))
            {
                continue;
            }

            for (var n = dice.Next(4, 19); n > 0; n--)
            {
                var promised = day.AddDays(2 + dice.Next(8));
                promised = WorkDays.IsOne(promised) ? promised : promised.AddDays(2);
                var line = new ShippedLine(lines.Count, lines.Count, 1, 1, day, promised, null);
                lines.Add(line);
                due.TryAdd(promised, []);
                due[promised].Add(line);
            }

            queue.AddRange(due.GetValueOrDefault(day) ?? []);
            foreach (var line in queue.Take(capacity))
            {
                lines[line.Id] = line with { Left = day };
            }

            queue = [.. queue.Skip(capacity)];
        }

        return new ShippingHistory { From = first, Today = Today, Lines = lines, Supplies = [] };
    }

    /// <summary>Lines that are late by the toss of a coin, whatever is known.</summary>
    public static ShippingHistory Coin(int seed, double share, int count = 3000)
    {
        var dice = new Random(seed);
        var lines = Enumerable.Range(0, count).Select(i =>
        {
            var promised = Today.AddDays(-1 - (i * 390 / count));
            promised = WorkDays.IsOne(promised) ? promised : promised.AddDays(-2);
            return new ShippedLine(i, i, 1, 1 + (i % 2), promised.AddDays(-3 - dice.Next(6)), promised, dice.NextDouble() < share ? promised.AddDays(1) : promised);
        });
        return new ShippingHistory { From = Today.AddDays(-400), Today = Today, Lines = [.. lines], Supplies = [] };
    }
}
