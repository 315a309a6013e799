using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>
/// Series as lines. Charts are newer than the cards around them (Microsoft's "Charts in Adaptive Cards"): a client that draws none leaves the element out, so the table with every figure
/// always stands below.
/// </summary>
internal static class LineCards
{
    private const int MostPoints = 120;
    private const int LeastPoints = 2;

    /// <summary>Draws series.</summary>
    /// <param name="card">The chart.</param>
    /// <param name="series">The series that are shown.</param>
    /// <returns>The element; null when the labels are no days, or there is too little to draw a line.</returns>
    public static JsonObject? Of(ChartCard card, IReadOnlyList<ChartSeries> series)
    {
        if (!card.Labels.All(label => DateOnly.TryParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
        {
            return null;
        }

        var first = Math.Max(0, card.Labels.Count - MostPoints);
        List<JsonNode> lines = [];
        foreach (var one in series)
        {
            Add(lines, card.Labels, first, one.Name, one.Values);
            Add(lines, card.Labels, first, $"{one.Name}, lowest (80 %)", one.Lower);
            Add(lines, card.Labels, first, $"{one.Name}, highest (80 %)", one.Upper);
        }

        if (lines.Count == 0)
        {
            return null;
        }

        var chart = new JsonObject { ["type"] = "Chart.Line", ["title"] = card.Title, ["data"] = new JsonArray([.. lines]), ["fallback"] = "drop" };
        if (card.Unit is { } unit)
        {
            chart["yAxisTitle"] = unit;
        }

        return chart;
    }

    private static void Add(List<JsonNode> lines, IReadOnlyList<string> labels, int first, string name, IReadOnlyList<decimal?>? values)
    {
        var points = Enumerable.Range(first, labels.Count - first)
            .Where(i => values is not null && i < values.Count && values[i] is not null)
            .Select(i => (JsonNode)new JsonObject { ["x"] = labels[i], ["y"] = values![i] }).ToArray();
        if (points.Length >= LeastPoints)
        {
            lines.Add(new JsonObject { ["legend"] = name, ["values"] = new JsonArray(points) });
        }
    }
}
