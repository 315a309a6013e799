using Copilot.Contracts;

namespace Copilot.Governance.Masking.Figures;

/// <summary>Takes hidden figures out of cards: columns, key figures, fields and series that are named after them.</summary>
internal static class CardScreen
{
    /// <summary>The card without them; the card itself when there are none, null when nothing is left.</summary>
    public static Card? Screen(Card card, IReadOnlySet<MoneyKind> kinds, IReadOnlySet<decimal> known) => card switch
    {
        TableCard table => Table(table, kinds),
        KeyFiguresCard figures => Some(figures, figures.Items, [.. figures.Items.Where(i => !Names(kinds, i.Kind, i.Label))], kept => figures with { Items = kept }),
        RecordCard record => Some(record, record.Fields, [.. record.Fields.Where(f => !FigureRights.IsHidden(kinds, f))], kept => record with { Fields = kept }),
        ChartCard chart => MoneyWords.Speaks(kinds, chart.Title) ? null
            : Some(chart, chart.Series, [.. chart.Series.Where(s => !MoneyWords.Speaks(kinds, s.Name))], kept => chart with { Series = kept }),
        DraftCard draft => FigureText.Hide(draft.Body, kinds, known) is var body && body == draft.Body ? draft : draft with { Body = body },
        _ => card,
    };

    private static TableCard? Table(TableCard table, IReadOnlySet<MoneyKind> kinds)
    {
        List<int> kept = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !Names(kinds, table.Columns[i].Kind, table.Columns[i].Label))];
        return kept.Count == table.Columns.Count ? table
            : kept.Count == 0 ? null
            : table with { Columns = [.. kept.Select(i => table.Columns[i])], Rows = [.. table.Rows.Select(row => kept.ConvertAll(i => row[i]))] };
    }

    private static Card? Some<T>(Card card, IReadOnlyList<T> all, List<T> kept, Func<List<T>, Card> with)
        => kept.Count == all.Count ? card : kept.Count == 0 ? null : with(kept);

    private static bool Names(IReadOnlySet<MoneyKind> kinds, FactKind kind, string label) => kind is FactKind.Money or FactKind.Percent or FactKind.Number && MoneyWords.Speaks(kinds, label);
}
