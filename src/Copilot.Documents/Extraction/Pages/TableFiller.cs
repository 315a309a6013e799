using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Fills the lines of a table from its cells.</summary>
/// <param name="text">The document.</param>
/// <param name="textRight">How far to the right descriptions reach: there their lines are broken.</param>
/// <param name="nextLeft">Where the column behind them begins.</param>
internal sealed partial class TableFiller(PageText text, float textRight, float nextLeft)
{
    /// <summary>A line that ends this far, in points, before the next column had room for a word, however short the others are. Columns of figures are empty at their left.</summary>
    private const float MuchRoom = 75;

    /// <summary>Lines of letters this much smaller than the first are remarks.</summary>
    private const float Smaller = 0.88f;

    private int _codes;
    private float _lastRight;
    private float _height;
    private float _middle;

    /// <summary>Says whether a text below an article is a remark on it: "Origin: DE", "(spare part)".</summary>
    public static bool IsRemark(Segment cell) => RemarkBelow().IsMatch(cell.Text) || NamedBelow().IsMatch(cell.Text);

    /// <summary>Puts the cells of a row into a line.</summary>
    /// <param name="item">The line.</param>
    /// <param name="cells">The cells with their columns.</param>
    /// <param name="isFirst">Whether the row has the line's figures; else it goes on with its text.</param>
    public void Fill(TableItem item, List<(TableColumn Column, Segment Cell)> cells, bool isFirst)
    {
        foreach (var (column, cell) in cells)
        {
            switch (column.Kind)
            {
                case ColumnKind.Position when column.Meaning == Meaning.Number && cell.Words.Count == 1 && cell.Text.Any(char.IsLetter):
                    Article(item, cell);
                    break;
                case ColumnKind.Unit when isFirst && char.IsAsciiDigit(cell.Text[0]) && !item.Has(ColumnKind.Quantity) && !cells.Exists(c => c.Column.Kind == ColumnKind.Quantity && c.Cell.Text.Any(char.IsAsciiDigit)):
                    Figure(item, column with { Kind = ColumnKind.Quantity }, cell);
                    break;
                case ColumnKind.Position:
                    item.Position ??= cell.Words.Count <= 2 ? cell.Text.TrimEnd('.') : null;
                    if (item.Position is null)
                    {
                        Text(item, cell, isFirst);
                    }

                    break;
                case ColumnKind.Article when !isFirst && item is { Sku: not null, Words.Count: 0 } && cell.Words.Count > 1 && !cell.Text.Any(char.IsAsciiDigit):
                    // The name of what the number above it stands for.
                    Text(item, cell, isFirst);
                    break;
                case ColumnKind.Article or ColumnKind.Barcode:
                    if (column.Storeys.Count > 1 && cell.Words.Count == 1 && char.IsLetterOrDigit(cell.Text[0]))
                    {
                        item.Codes.Add(cell.Text);
                        item.Storeys = column.Storeys;
                    }

                    Article(item, cell);
                    break;
                case ColumnKind.Description:
                    if (isFirst && item.Sku is null && (column.Meaning & (Meaning.Number | Meaning.Code)) != 0 && cell.Words.Count == 1 && cell.Text.Any(char.IsDigit))
                    {
                        item.Sku = cell.Text;
                    }
                    else
                    {
                        Text(item, cell, isFirst);
                    }

                    break;
                case ColumnKind.Unit:
                    // A figure before it is that of a column whose head stands too near.
                    item.Unit ??= string.Join(' ', cell.Words.SkipWhile(w => cell.Words.Count > 1 && w.Text.All(c => char.IsAsciiDigit(c) || c is ',' or '.')).Select(w => w.Text));
                    break;
                case ColumnKind.Date:
                    item.Date ??= text.Dates.First(cell.Text)?.Iso;
                    break;
                case ColumnKind.Remark:
                    Remark(item, column, cell);
                    break;
                case ColumnKind.Other:
                    if (isFirst && cell.Words.Count <= 2 && TableCells.StartsFigure(cell.Text) && text.Numbers.In(cell.Text).FirstOrDefault() is { At: 0 } spare)
                    {
                        item.Spare.Add((spare.Value, cell.Text[spare.Length..].Trim()));
                    }

                    break;
                default:
                    Figure(item, column, cell);
                    break;
            }
        }
    }

    private static void Article(TableItem item, Segment cell)
    {
        // Words without a figure are the title of what comes next.
        if (cell.Words.Count > 1 && !cell.Text.Any(char.IsAsciiDigit))
        {
            return;
        }

        foreach (var word in cell.Words.Select(w => w.Text.Trim(',', ';')).Where(w => w.Length > 0 && !(w[0] == '(' && w[^1] == ')') && !w.EndsWith(':')))
        {
            // A narrow column breaks a number at its hyphen.
            if (item.Sku is { Length: > 1 } begun && begun[^1] is '-' or '/' && cell.Words.Count == 1)
            {
                item.Sku = begun + word;
                continue;
            }

            var digits = word.TrimEnd('.');
            if (digits.Length is 8 or 12 or 13 or 14 && digits.All(char.IsAsciiDigit))
            {
                item.Gtin ??= digits;
            }
            else
            {
                item.Sku ??= cell.Words.Count > 1 && cell.Words.All(w => w.Text.Any(char.IsDigit)) ? cell.Text : word;
            }
        }
    }

    /// <summary>"Damaged: 2": a remark is told with the head it stands under; a nought, a dash and a "none" are none.</summary>
    private static void Remark(TableItem item, TableColumn column, Segment cell)
    {
        if (!NoRemark().IsMatch(Folding.Of(cell.Text)))
        {
            item.Remarks.Add(item.Remarks.Count > 0 && item.Remarks[^1].StartsWith(column.Head, StringComparison.Ordinal) ? cell.Text : $"{column.Head}: {cell.Text}");
        }
    }

    private void Text(TableItem item, Segment cell, bool isFirst)
    {
        // Remarks below an article have a colon; and a line that had room for the next word was ended on purpose.
        var end = _lastRight + (0.3f * cell.Height) + cell.Words[0].Width;
        var hadRoom = end <= textRight - 1 || end + MuchRoom <= nextLeft;
        var isRemark = (!isFirst || item.Words.Count > 0) && IsRemark(cell) && (hadRoom || cell.Text[0] != '(');
        isRemark |= !isFirst && ArticleBelow().IsMatch(cell.Text);
        if (isRemark && item.Sku is null && ArticleBelow().Match(cell.Text) is { Success: true } named && IsArticle(named.Groups[1].Value))
        {
            item.Sku = named.Groups[2].Value;
        }

        item.IsTextClosed |= isRemark;
        if (item.IsTextClosed && item.Words.Count > 0)
        {
            return;
        }

        if (item is { Sku: null, Words.Count: 0 } && Bracketed().Match(cell.Text) is { Success: true } code)
        {
            // "[PMP-VS15] Variable speed pump"
            item.Sku = code.Groups[1].Value;
            cell = new Segment([.. cell.Words.Skip(1)]);
        }

        // A first line that is nothing but a code is the article's number; its description stands below.
        // Where others of the table begin so, one of letters only is a number as well.
        if (item is { Sku: null, Words: [var first] } && ((IsCode(first) && !IsCode(cell.Text)) || (_codes > 0 && Letters().IsMatch(first) && !Letters().IsMatch(cell.Text))))
        {
            item.Sku = first;
            item.Words.Clear();
            _codes++;
        }

        // What begins with a small letter goes on with a sentence, room or not.
        var isSmaller = cell.Words[0].Sure == 100 && cell.Height < Smaller * _height;
        if ((!isFirst || cell.CentreY > _middle + (0.3f * cell.Height)) && item.Words.Count > 0 && ((hadRoom && !char.IsAsciiLetterLower(cell.Text[0])) || isSmaller))
        {
            item.IsTextClosed = true;
            return;
        }

        _height = item.Words.Count == 0 ? cell.Height : _height;
        if (item.Words.Count > 0 && BrokenWord().IsMatch(item.Words[^1]))
        {
            item.Words[^1] += cell.Text;
        }
        else
        {
            item.Words.Add(cell.Text);
        }

        (_lastRight, _middle) = (cell.X1, cell.CentreY);
    }

    private static bool IsCode(string said) => Code().IsMatch(said) && said.Any(char.IsAsciiDigit);

    private static bool IsArticle(string label)
        => Folding.Tokens(label).Aggregate(Meaning.Nothing, (m, t) => m | Vocabulary.Of(t)) is var meaning && (meaning & (Meaning.Item | Meaning.Code)) != 0 && (meaning & (Meaning.Your | Meaning.Customer | Meaning.Tax)) == 0;

    private void Figure(TableItem item, TableColumn column, Segment cell)
    {
        var found = text.Numbers.In(cell.Text).ToList();
        if (found.Count == 0)
        {
            if (column.Kind == ColumnKind.Quantity && cell.Words.Count == 1)
            {
                item.Unit ??= cell.Text;
            }

            return;
        }

        var (value, isPercent, at, length) = found[0];
        switch (column.Kind)
        {
            case ColumnKind.TaxRate:
                item.TaxRate ??= value is >= 0 and <= 100 ? value : null;
                break;
            case ColumnKind.Discount:
                item.Discounts.AddRange(cell.Text.Contains('+', StringComparison.Ordinal) ? found.Select(f => Math.Abs(f.Value)) : [Math.Abs(value)]);
                break;
            default:
                if (isPercent && column.Kind != ColumnKind.Quantity)
                {
                    return;
                }

                var behind = cell.Text[(at + length)..].Trim();
                if (behind.StartsWith("CR", StringComparison.OrdinalIgnoreCase) && item.Numbers.Exists(n => n.Column.Kind == ColumnKind.Quantity && n.Value < 0))
                {
                    // Goods that came back, with the mark of a credit.
                    value = -Math.Abs(value);
                }

                item.Numbers.Add((column, value));
                if (column.Kind == ColumnKind.Quantity && behind.Length is > 0 and < 16 && behind.Any(char.IsLetter))
                {
                    item.Unit ??= behind;
                }

                break;
        }
    }

    [GeneratedRegex(@"^(?:[A-Z0-9][A-Z0-9./_-]{2,23}|(?=(?:\D*\d){3})(?:[A-Z]{0,4}\d[A-Z0-9./_-]*|[A-Z]{1,3})(?: (?:[A-Z]{0,4}\d[A-Z0-9./_-]*|[A-Z]{1,3})){1,4})$")]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z]{2,12}$")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\[([A-Z0-9][A-Za-z0-9./_-]{1,23})\] \p{L}")]
    private static partial Regex Bracketed();

    /// <summary>"Art.-Nr.: 1002-25", "Art. 1002-25, Kanister 25 kg".</summary>
    [GeneratedRegex(@"^(?:([^:]{2,24}?)\s?:\s*([A-Z0-9][A-Z0-9./_-]{2,23})|(?<1>Art\.(?:-?\s?Nr\.|\s?No\.)?|Artikel|SKU|Item|Code|R[ée]f\.|Ref\.|C[óo]d\.)\s(?<2>(?=[A-Z./_-]*\d)[A-Z0-9][A-Z0-9./_-]{2,23})(?:,\s.*)?)$")]
    private static partial Regex ArticleBelow();

    /// <summary>A lot, a day of expiry, a customs code, a period, the customer's own number.</summary>
    [GeneratedRegex(@"^(?:(?:Ihre?|Your|Votre|Vos|Su|Uw|Vs|Customer|Cust)\b\.?\s.*\d|\p{L}[\p{L}. -]{1,22}(?:nr|n°|nº|num|no)\b\.?\s*[A-Z0-9./-]*\d[^ ]*$|(?:\p{L}*zeitraum|(?:Billing |Service )?Period|P[eé]riode|Per[ií]odo)\b(?:\s?:|\s(?:KW|CW|week|from|of|vom|von|du|dal|del|van|\d+)\b).*\d|(?:Chargen?|Lots?|Lotes?|Lotto|Batch(?:es)?|Serial|Serien?|S/N|SN|Exp(?:iry)?|MHD|BBE|BBD|Best before|DLC|DLUO|DDM|THT|Zolltarif|HS|Taric|Commodity|Tariff|EAN|GTIN|UN)\b\.?[^a-z]*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedBelow();

    /// <summary>A line that ends in the middle of a word with its hyphen.</summary>
    [GeneratedRegex(@"[\p{L}\d]-$")]
    private static partial Regex BrokenWord();

    [GeneratedRegex("^(?:|0[0 ]*(?: [a-z]{1,4})?|ok|okay|none|no|nil|n a|keine?r?|nichts|rien|aucune?|ras|nada|ninguna?|geen|nessuna?|niente)$")]
    private static partial Regex NoRemark();

    [GeneratedRegex(@"^[^:]{1,40}\s?:(?!\d)|^\(.*\)$")]
    private static partial Regex RemarkBelow();
}
