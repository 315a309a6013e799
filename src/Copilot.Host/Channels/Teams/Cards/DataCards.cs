using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>Tables, figures, records, drafts and series as Adaptive Cards. Proposals have their own.</summary>
internal static class DataCards
{
    private const int MostRows = 20;
    private const int MostColumns = 8;
    private const int MostFigures = 12;
    private const int MostFields = 25;
    private const int LongestCell = 120;
    private const int LongestValue = 400;
    private const int LongestDraft = 6000;

    /// <summary>Writes a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="culture">How figures are written.</param>
    /// <returns>The card, or null when there is nothing to show.</returns>
    public static JsonObject? Of(Card card, CultureInfo culture) => card switch
    {
        TableCard table => Table(table, culture),
        ChartCard chart => Chart(chart, culture),
        KeyFiguresCard figures => Figures(figures, culture),
        RecordCard record => Record(record, culture),
        DraftCard draft => Draft(draft),
        _ => null,
    };

    private static JsonObject Table(TableCard card, CultureInfo culture)
    {
        var columns = card.Columns.Take(MostColumns).ToList();
        var rows = card.Rows.Take(MostRows).ToList();
        IEnumerable<JsonObject> heading = columns.Select(column => AdaptiveCard.Line(Cut(column.Unit is null ? column.Label : $"{column.Label} ({column.Unit})"), "Bolder", right: CardFigures.IsFigure(column.Kind)));
        var cells = rows.Select(row => columns.Select((column, i) => AdaptiveCard.Line(
            Cut(CardFigures.Text(i < row.Count ? row[i] : null, column.Kind, culture), LongestCell), right: CardFigures.IsFigure(column.Kind))));
        List<JsonNode> body = [AdaptiveCard.Heading(card.Title), AdaptiveCard.Table(columns.Select(c => CardFigures.IsFigure(c.Kind) ? 2 : 3), cells.Prepend(heading), headed: true)];
        var all = card.TotalRows ?? card.Rows.Count;
        if (all > rows.Count || card.Columns.Count > columns.Count)
        {
            var left = card.Columns.Count - columns.Count;
            body.Add(AdaptiveCard.Line(
                Phrases.In(
                    culture.TwoLetterISOLanguageName,
                    left > 0 ? "{0:N0} of {1:N0} rows, {2} more columns. Ask for a part of them, or open the conversation in the web chat." : "{0:N0} of {1:N0} rows. Ask for a part of them, or open the conversation in the web chat.",
                    rows.Count,
                    all,
                    left), subtle: true));
        }

        return AdaptiveCard.Of(body);
    }

    private static JsonObject Chart(ChartCard card, CultureInfo culture)
    {
        // The newest end of a series matters most; a forecast stands there.
        var first = Math.Max(0, card.Labels.Count - MostRows);
        var series = card.Series.Take(MostColumns / 2).ToList();
        IEnumerable<JsonObject> heading = series.Select(s => AdaptiveCard.Line(Cut(card.Unit is null ? s.Name : $"{s.Name} ({card.Unit})"), "Bolder", right: true)).Prepend(AdaptiveCard.Line(" "));
        var rows = Enumerable.Range(first, card.Labels.Count - first).Select(i => series
            .Select(s => AdaptiveCard.Line(Point(s, i, culture), right: true))
            .Prepend(AdaptiveCard.Line(CardFigures.Text(card.Labels[i], FactKind.Date, culture))));
        List<JsonNode> body = [AdaptiveCard.Heading(card.Title)];
        if (LineCards.Of(card, series) is { } drawn)
        {
            body.Add(drawn);
        }

        body.Add(AdaptiveCard.Table(series.Select(_ => 2).Prepend(2), rows.Prepend(heading), headed: true));
        if (first > 0)
        {
            body.Add(AdaptiveCard.Line(Phrases.In(culture.TwoLetterISOLanguageName, "The last {0} of {1:N0} values.", card.Labels.Count - first, card.Labels.Count), subtle: true));
        }

        return AdaptiveCard.Of(body);
    }

    private static string Point(ChartSeries series, int at, CultureInfo culture)
    {
        static string? Text(IReadOnlyList<decimal?>? values, int at, CultureInfo culture) => values is not null && at < values.Count ? values[at]?.ToString("#,##0.##", culture) : null;
        var value = Text(series.Values, at, culture);
        return value is not null && Text(series.Lower, at, culture) is { } low && Text(series.Upper, at, culture) is { } high ? $"{value} ({low} to {high})" : value ?? "–";
    }

    private static JsonObject Figures(KeyFiguresCard card, CultureInfo culture)
    {
        IEnumerable<JsonNode> sets = card.Items.Take(MostFigures).Chunk(3).Select(row => new JsonObject
        {
            ["type"] = "ColumnSet",
            ["columns"] = new JsonArray([.. row.Select(item => new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["items"] = new JsonArray([.. Figure(item, culture)]) })]),
        });
        return AdaptiveCard.Of(sets.Prepend(AdaptiveCard.Heading(card.Title)));
    }

    private static IEnumerable<JsonNode> Figure(KeyFigure item, CultureInfo culture)
    {
        var color = item.Tone switch { Tone.Good => "Good", Tone.Warning => "Warning", Tone.Bad => "Attention", _ => "Default" };
        yield return AdaptiveCard.Line(Cut(item.Label), subtle: true);
        yield return AdaptiveCard.Line(Cut(CardFigures.Text(item.Value, item.Kind, culture, item.Unit)), "Bolder", "Large", color);
        if (item.ChangePercent is { } change)
        {
            yield return AdaptiveCard.Line(change.ToString("+0.##;-0.##;0", culture) + " % " + Phrases.In(culture.TwoLetterISOLanguageName, "against the period before"), size: "Small", subtle: true);
        }
    }

    private static JsonObject Record(RecordCard card, CultureInfo culture)
    {
        var shown = AdaptiveCard.Of(
            [AdaptiveCard.Heading(card.Title), AdaptiveCard.Pairs(card.Fields.Take(MostFields).Select(field => (Cut(field.Name), Cut(CardFigures.Text(field.Value, field.Kind, culture, field.Unit)))))]);
        if (Uri.TryCreate(card.Uri, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
        {
            shown["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Phrases.In(culture.TwoLetterISOLanguageName, "Open in Odoo"), ["url"] = uri.AbsoluteUri });
        }

        return shown;
    }

    private static JsonObject Draft(DraftCard card)
    {
        List<JsonNode> body = [AdaptiveCard.Heading(card.Title)];
        if (card.Subject is { } subject)
        {
            body.Add(AdaptiveCard.Line(Cut(subject), "Bolder"));
        }

        var text = card.Body.Length <= LongestDraft ? card.Body : card.Body[..LongestDraft] + "…";
        body.AddRange(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => AdaptiveCard.Line(paragraph)));
        return AdaptiveCard.Of(body);
    }

    private static string Cut(string text, int most = LongestValue) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
