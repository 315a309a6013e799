using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Says what the columns of a table hold by all of their heads together, and by what stands below heads that say too little.</summary>
internal static partial class TableColumns
{
    private const int Near = 4;

    /// <summary>What a head means depends on the others: "Price" twice is a price and an amount, "Item" alone is what is sold.</summary>
    public static List<TableColumn> Settled(PageText text, int last, List<TableColumn> columns)
    {
        if (!columns.Exists(c => c.Kind == ColumnKind.Amount) && columns.FindAll(c => c.Kind == ColumnKind.Price) is { Count: > 1 } prices)
        {
            columns[columns.IndexOf(prices[^1])] = prices[^1] with { Kind = ColumnKind.Amount };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price) && columns.FindIndex(c => c.Meaning == Meaning.Rate) is >= 0 and var rate)
        {
            columns[rate] = columns[rate] with { Kind = ColumnKind.Price };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price) && columns.FindAll(c => c.Kind == ColumnKind.Unit) is [{ } unit] && columns.Exists(c => c.Kind == ColumnKind.Quantity && c.X1 < unit.X0)
            && columns.Exists(c => c.Kind == ColumnKind.Amount) && (unit.Meaning & Meaning.Price) != 0)
        {
            columns[columns.IndexOf(unit)] = unit with { Kind = ColumnKind.Price };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Description) && columns.Exists(c => c.Kind == ColumnKind.Article && (c.Meaning & (Meaning.Number | Meaning.Code)) != 0))
        {
            // "Title" beside the codes: the column with the longest words below it.
            var near = text.Rows.Skip(last + 1).Take(Near).TakeWhile(r => r.Page == text.Rows[last].Page).ToList();
            Name(columns, ColumnKind.Description, c => c.Kind == ColumnKind.Other, c => Under(near, c).Any(s => s.Words.Count > 1 && s.Text.Count(char.IsLetter) > 7));
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Description) && columns.FindLastIndex(c => c.Kind == ColumnKind.Article) is >= 0 and var item
            && ((columns[item].Meaning & (Meaning.Number | Meaning.Code)) == 0 || IsDescribed(text, last, columns[item])))
        {
            columns[item] = columns[item] with { Kind = ColumnKind.Description };
        }

        // A bare "No." that does not stand at the left is no position.
        for (var i = 2; i < columns.Count; i++)
        {
            columns[i] = columns[i] is { Kind: ColumnKind.Position, Meaning: Meaning.Number } number ? number with { Kind = ColumnKind.Other } : columns[i];
        }

        var below = text.Rows.Skip(last + 1).Take(Near).TakeWhile(r => r.Page == text.Rows[last].Page).ToList();
        if (columns.FindAll(c => c.Kind == ColumnKind.Article) is [{ } first, _, ..] && first == columns[0] && columns.Exists(c => c.Kind == ColumnKind.Description)
            && below.Where(r => r.Cells.Count > 2).Select(r => r.Cells[0]).Where(c => c.X1 < columns[1].X0).ToList() is { Count: > 0 } counted && counted.TrueForAll(c => c.Text.Length < 4 && c.Text.TrimEnd('.').All(char.IsAsciiDigit)))
        {
            // "Item" over 1, 2, 3 beside a column of articles counts the lines.
            columns[0] = first with { Kind = ColumnKind.Position };
        }

        if (!columns.Exists(c => c.Kind is ColumnKind.Description or ColumnKind.Article))
        {
            // "Leistung" is a day as a label, and what was done as a head: the column with the longest words below it holds the descriptions.
            Name(columns, ColumnKind.Description, c => c.Kind == ColumnKind.Other || c.Meaning == Meaning.Delivery, c => Under(below, c).Any(s => s.Text.Count(char.IsLetter) > 4));
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Amount))
        {
            Name(columns, ColumnKind.Amount, c => c.Kind == ColumnKind.Other && c == columns[^1], c => Under(below, c).Any(s => text.Numbers.Amount(s.Text) is not null && Cents().IsMatch(s.Text)));
        }

        if (columns.FindIndex(c => c.Kind == ColumnKind.Date && c.Meaning == Meaning.Delivery) is >= 0 and var shipped && Under(below, columns[shipped]).ToList() is { Count: > 0 } sent && sent.TrueForAll(s => text.Numbers.Amount(s.Text) is not null))
        {
            // "Ship" over figures: how many were.
            columns[shipped] = columns[shipped] with { Kind = ColumnKind.Quantity, Meaning = Meaning.Shipped };
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Quantity))
        {
            // "Stück", "Units" over figures are how many.
            Prove(text, below, columns, ColumnKind.Quantity, columns.FindAll(c => c.Kind == ColumnKind.Price), columns.FindAll(c => c.Kind == ColumnKind.Amount), (price, amount, quantity) => Math.Abs(quantity * price) == Math.Abs(amount));
            Name(columns, ColumnKind.Quantity, c => c.Kind == ColumnKind.Unit && !columns.Exists(o => o.Kind == ColumnKind.Quantity), c => Under(below, c).ToList() is { Count: > 0 } units && units.TrueForAll(u => text.Numbers.Amount(u.Text) is not null));
        }

        var proving = columns.FindAll(c => c.Kind == ColumnKind.Quantity);
        if (columns.FindAll(c => c.Kind == ColumnKind.Amount) is { Count: > 1 } amounts)
        {
            // "Net" before "Amount": what one costs after discounts.
            foreach (var net in amounts.SkipLast(1).Where(a => amounts.Exists(o => o.X0 > a.X0 && Multiplies(text, below, proving, a, o))).ToList())
            {
                columns[columns.IndexOf(net)] = net with { Kind = ColumnKind.Price };
            }
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price))
        {
            Prove(text, below, columns, ColumnKind.Price, proving, columns.FindAll(c => c.Kind == ColumnKind.Amount), (quantity, amount, price) => quantity * price == amount);
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Amount))
        {
            Prove(text, below, columns, ColumnKind.Amount, proving, columns.FindAll(c => c.Kind == ColumnKind.Price), (quantity, price, amount) => quantity * price == amount);
        }

        if (!columns.Exists(c => c.Kind == ColumnKind.Price) || !columns.Exists(c => c.Kind == ColumnKind.Amount))
        {
            Pair(text, below, columns, proving);
        }

        return columns;
    }

    /// <summary>"Nett" before "Goods": two columns of which neither head says enough, the one of which makes the other.</summary>
    private static void Pair(PageText text, List<PageRow> below, List<TableColumn> columns, List<TableColumn> quantities)
    {
        var open = columns.FindAll(c => c.Kind is ColumnKind.Other or ColumnKind.Price or ColumnKind.Amount or ColumnKind.Unit || (c.Kind == ColumnKind.Article && c != columns.Find(o => o.Kind == ColumnKind.Article)));
        var pair = (from p in open from a in open where p.X0 < a.X0 && Multiplies(text, below, quantities, p, a) && Under(below, a).Any(s => Cents().IsMatch(s.Text)) select (Price: p, Amount: a))
            .OrderByDescending(o => below.Count(r => Multiplies(text, [r], quantities, o.Price, o.Amount))).FirstOrDefault();
        if (pair.Price is not null)
        {
            columns[columns.IndexOf(pair.Price)] = pair.Price with { Kind = ColumnKind.Price };
            columns[columns.IndexOf(pair.Amount)] = pair.Amount with { Kind = ColumnKind.Amount };
        }
    }

    /// <summary>What a head does not say the figures below it may: the price is what makes the amount of the quantity.</summary>
    private static void Prove(PageText text, List<PageRow> below, List<TableColumn> columns, ColumnKind kind, List<TableColumn> first, List<TableColumn> second, Func<decimal, decimal, decimal, bool> fits)
    {
        // Of several the one that does so in most rows.
        var best = columns.Where(c => c.Kind is not (ColumnKind.Description or ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount or ColumnKind.Discount))
            .Select(c => (Column: c, Rows: below.Count(r => first.Exists(a => second.Exists(b => Figure(r, a) is { } x && Figure(r, b) is { } y && Figure(r, c) is { } z && x != 1 && z != 0 && fits(x, y, z))))))
            .Where(c => c.Rows > 0).OrderByDescending(c => c.Rows).FirstOrDefault();
        if (best.Column is { } found)
        {
            columns[columns.IndexOf(found)] = found with { Kind = kind };
        }

        decimal? Figure(PageRow row, TableColumn column) => First(text, row, column);
    }

    /// <summary>Words without figures stand below a head of numbers: what the goods are called, in a row of its own.</summary>
    private static bool IsDescribed(PageText text, int last, TableColumn column)
        => Under([.. text.Rows.Skip(last + 1).Take(Near).TakeWhile(r => r.Page == text.Rows[last].Page)], column).Any(s => s.Words.Count > 1 && !s.Text.Any(char.IsAsciiDigit) && s.Text.Count(char.IsLetter) > 7);

    private static bool Multiplies(PageText text, List<PageRow> below, List<TableColumn> quantities, TableColumn price, TableColumn amount)
        => below.Exists(r => quantities.Exists(q => First(text, r, q) is { } many and not 1 && First(text, r, price) is { } each && First(text, r, amount) is { } sum && sum != 0 && Math.Abs((many * each) - sum) < 0.011m));

    private static decimal? First(PageText text, PageRow row, TableColumn column)
        => Under([row], column).Select(c => text.Numbers.In(c.Text).Select(n => (decimal?)n.Value).FirstOrDefault()).FirstOrDefault();

    private static void Name(List<TableColumn> columns, ColumnKind kind, Func<TableColumn, bool> mayBe, Func<TableColumn, bool> fits)
    {
        if (columns.Find(c => mayBe(c) && fits(c)) is { } found)
        {
            columns[columns.IndexOf(found)] = found with { Kind = kind };
        }
    }

    private static IEnumerable<Segment> Under(List<PageRow> rows, TableColumn column)
        => rows.SelectMany(r => r.Cells).Where(c => Math.Min(column.X1, c.X1) > Math.Max(column.X0, c.X0));

    [GeneratedRegex(@"\d[.,]\d{2}\b")]
    private static partial Regex Cents();
}
