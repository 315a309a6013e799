using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Slides;

/// <summary>Writes the figures behind a chart as a table: a row a category, a column a series.</summary>
internal static class ChartRows
{
    private const int MostPoints = 1000;

    /// <summary>Writes a chart.</summary>
    public static void Write(OfficeNode chart, PartWriter writer, BlockMark mark)
    {
        if (chart.Deep("title").FirstOrDefault() is { } title)
        {
            writer.Paragraph("Chart: " + string.Concat(title.Deep("t").Select(t => t.Text)), mark);
        }

        var series = chart.Deep("ser").Take(50).ToList();
        var categories = Points(series.Select(s => s.Child("cat")).FirstOrDefault(c => c is not null));
        var values = series.Select(s => Points(s.Child("val") ?? s.Child("yVal"))).ToList();
        var table = new TableWriter(writer);
        table.Row(["Category", .. series.Select((s, i) => Points(s.Child("tx")).Values.FirstOrDefault() ?? $"Series {i + 1}")], header: true);
        foreach (var at in categories.Keys.Concat(values.SelectMany(v => v.Keys)).Distinct().Order().Take(MostPoints))
        {
            table.Row([categories.GetValueOrDefault(at, string.Empty), .. values.Select(v => v.GetValueOrDefault(at, string.Empty))], header: false);
        }

        if (series.Count > 0)
        {
            table.End(mark);
        }
    }

    private static Dictionary<int, string> Points(OfficeNode? holder)
    {
        var points = new Dictionary<int, string>();
        foreach (var point in holder?.Deep("pt").Take(MostPoints) ?? [])
        {
            points.TryAdd(point.Number("idx") ?? points.Count, point.Child("v")?.Text ?? string.Empty);
        }

        return points;
    }
}
