using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary>Draws cards with lines and columns. All text in a card is data, never markup.</summary>
internal static class CardPage
{
    /// <summary>Draws a card.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="card">The card.</param>
    public static void Show(IAnsiConsole console, Card card)
    {
        console.WriteLine();
        if (card is DraftCard draft)
        {
            Show(console, draft);
            return;
        }

        var table = card switch
        {
            ProposalCard proposal => Changes(proposal.Proposal),
            TableCard rows => Rows(rows),
            KeyFiguresCard figures => Pairs(figures.Items.Select(item => (item.Label, item.Value, item.Unit))),
            RecordCard record => Pairs(record.Fields.Select(field => (field.Name, field.Value, field.Unit))),
            ChartCard chart => Chart(chart),
            _ => null,
        };
        if (table is null)
        {
            return;
        }

        table.Title = new TableTitle(Safe(card.Title));
        console.Write(table);
        if (card is TableCard { TotalRows: { } total } cut && total > cut.Rows.Count)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cut.Rows.Count} of {total} rows"));
        }
    }

    private static void Show(IAnsiConsole console, DraftCard draft)
    {
        console.WriteLine(TerminalText.Clean(draft.Title), new Style(decoration: Decoration.Bold));
        console.WriteLine();
        foreach (var line in $"{(draft.Subject is null ? string.Empty : draft.Subject + "\n\n")}{draft.Body}".Split('\n'))
        {
            console.WriteLine(TerminalText.Clean(line));
        }
    }

    private static Table? Changes(Proposal proposal)
    {
        if (proposal.Changes.Count == 0)
        {
            return null;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in (string[])["Value", "Now", "Then"])
        {
            table.AddColumn(heading);
        }

        foreach (var change in proposal.Changes)
        {
            table.AddRow(Safe(change.Label), Safe(change.Old ?? "–"), Safe(change.New ?? "–"));
        }

        return table;
    }

    private static Table Rows(TableCard card)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in card.Columns)
        {
            table.AddColumn(Column(column));
        }

        foreach (var row in card.Rows)
        {
            table.AddRow([.. row.Select(value => Safe(Text(value)))]);
        }

        return table;
    }

    private static Table Chart(ChartCard card)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(" ");
        foreach (var series in card.Series)
        {
            table.AddColumn(new Spectre.Console.TableColumn(Safe(series.Name)).RightAligned());
        }

        for (var i = 0; i < card.Labels.Count; i++)
        {
            var at = i;
            table.AddRow([Safe(card.Labels[i]), .. card.Series.Select(series => series.Values[at]?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)]);
        }

        return table;
    }

    private static Table Pairs(IEnumerable<(string Name, string Value, string? Unit)> pairs)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn(" ").AddColumn(new Spectre.Console.TableColumn(" ").RightAligned());
        foreach (var (name, value, unit) in pairs)
        {
            table.AddRow(Safe(name), Safe(unit is null ? value : $"{value} {unit}"));
        }

        return table;
    }

    private static string Text(JsonValue? value) => value is null ? string.Empty : value.ToString();

    private static string Safe(string text) => Markup.Escape(TerminalText.Clean(text));

    private static Spectre.Console.TableColumn Column(Contracts.TableColumn column)
    {
        var drawn = new Spectre.Console.TableColumn(Safe(column.Unit is null ? column.Label : $"{column.Label} ({column.Unit})"));
        return column.Kind is FactKind.Number or FactKind.Quantity or FactKind.Money or FactKind.Percent or FactKind.Days ? drawn.RightAligned() : drawn;
    }
}
