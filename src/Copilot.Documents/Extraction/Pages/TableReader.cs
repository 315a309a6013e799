using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads the lines of a document out of its tables.</summary>
/// <param name="text">The document.</param>
internal sealed partial class TableReader(PageText text)
{
    private const float FarBelow = 7;
    private const int FarGroup = 8;
    private const float NearLine = 1.1f;
    private const float NearLeft = 12;
    private const Meaning Papers = Meaning.Delivery | Meaning.Order | Meaning.Sale | Meaning.Invoice;
    private const Meaning Ends = Meaning.Total | Meaning.Sub | Meaning.Net | Meaning.Gross | Meaning.Tax | Meaning.Balance | Meaning.Due | Meaning.Pay;

    private readonly HashSet<int> _taken = [];
    private readonly List<TableItem> _items = [];
    private readonly List<float> _lefts = [];
    private TableItem? _open;
    private float _leading;
    private TableFiller _filler = new(text, 0, float.MaxValue);

    /// <summary>Gets the sums that stand below the columns of the lines, in a row that is called the total.</summary>
    public List<(TableColumn Column, int Row, Segment Cell)> Footing { get; } = [];

    /// <summary>Gets the rows that belong to tables of lines.</summary>
    public IReadOnlySet<int> Taken => _taken;

    /// <summary>Reads the lines.</summary>
    public IReadOnlyList<TableItem> Read()
    {
        var heads = TableHead.In(text);
        for (var h = 0; h < heads.Count; h++)
        {
            var before = _items.Count;
            var end = h + 1 < heads.Count ? Above(heads[h], heads[h + 1]) : text.Rows.Count;
            Body(heads[h].Widened(text, end), end);
            if (_items.Count > before || h == 0)
            {
                for (var r = heads[h].First; r <= heads[h].Last; r++)
                {
                    _taken.Add(r);
                }
            }
        }

        if (_items.Count == 0 && new ProvenHead(text).Find() is { } proven)
        {
            Body(proven.Widened(text, text.Rows.Count), text.Rows.Count);
            _taken.Add(proven.First);
        }

        // Where lines have amounts, a number among words is none.
        if (2 * _items.Count(i => i.Has(ColumnKind.Amount) && i.Has(ColumnKind.Price)) > _items.Count)
        {
            _items.RemoveAll(i => !i.Has(ColumnKind.Amount) && !i.Has(ColumnKind.Price) && i.Position is null && i.Sku?.Any(char.IsAsciiDigit) != true);
        }

        return _items;
    }

    /// <summary>Where a table ends before the next head: what stands above the same head on a later page is that page's letterhead.</summary>
    private int Above(TableHead head, TableHead next)
    {
        var end = next.First;
        while (end > head.Last + 1 && text.Rows[next.First].Page != text.Rows[head.Last].Page && text.Rows[end - 1].Page == text.Rows[next.First].Page && head.Columns.Select(c => c.Head).SequenceEqual(next.Columns.Select(c => c.Head)))
        {
            end--;
        }

        return end;
    }

    private void Body(TableHead head, int end)
    {
        _leading = Leading(head, end);
        (_open, _filler) = (null, new TableFiller(text, TextRight(head, end), NextLeft(head, end)));
        var pending = new List<int>();
        var page = text.Rows[head.Last].Page;
        var bottom = text.Rows[head.Last].Y1;
        var paper = 0;
        for (var r = head.Last + 1; r < end; r++)
        {
            var row = text.Rows[r];
            if (row.Page != page)
            {
                // The table may go on at the top of the next page without its head; then a line of it must come first.
                (page, bottom) = (row.Page, row.Y0);
                pending.Clear();
                _open?.IsTextClosed = true;
            }

            var cells = TableCells.Of(head, row);
            var labels = text.Labels.Where(l => l.Row == r).ToList();
            var isLine = IsLine(cells);
            if (labels.Exists(l => (l.Is(Meaning.Carried) && cells.Count(c => c.Column.IsNumeric && IsFigure(c.Cell)) < 3) || l.Is(Meaning.Page)) || IsPageMark().IsMatch(row.Text))
            {
                continue;
            }

            if (!isLine && row.Cells.Count == 1 && row.Text.EndsWith(':') && Remaining().IsMatch(Folding.Of(row.Text)))
            {
                // What comes is not of this delivery.
                break;
            }

            if (!isLine && row.Cells.Count == 1 && head.Columns.Count(c => Math.Min(c.X1, row.Cells[0].X1) > Math.Max(c.X0, row.Cells[0].X0)) > 2 && !labels.Exists(l => l.Any(Ends)))
            {
                // A sentence across the table is a remark.
                _open?.IsTextClosed = true;
                continue;
            }

            if (IsEnd(row, labels, cells, isLine))
            {
                if (labels.Exists(l => l.Any(Meaning.Sub | Meaning.Total)) && GoesOn(head, r, end))
                {
                    _open?.IsTextClosed = true;
                    _taken.Add(r);
                    bottom = row.Y1;
                    pending.Clear();
                    continue;
                }

                Foot(r, labels, cells);
                break;
            }

            if (!isLine && IsCharge(head, row, labels, bottom))
            {
                break;
            }

            if ((!isLine || row.Cells.Count == 1) && labels.Exists(l => l.Any(Papers) && (l.IsMarked || l.Any(Meaning.Number | Meaning.Date) || l.Rest is [{ Text: var said }, ..] && said.Any(char.IsAsciiDigit)) && row.Cells[l.Cell].Words[0] == l.Words[0]))
            {
                // "Lieferschein 17 vom 2. Mai" parts the lines of one delivery from those of the next.
                _open?.IsTextClosed = true;
                _taken.Add(r);
                (bottom, paper) = (row.Y1, r);
                continue;
            }

            if (paper == r - 1 && paper > 0 && !isLine && row.Cells.Count == 1 && text.Dates.First(row.Text) is { At: < 6 })
            {
                // The day of that paper, where its line was too long.
                _taken.Add(r);
                bottom = row.Y1;
                continue;
            }

            if (row.Y0 - bottom > FarBelow * row.Height && (!isLine || !_lefts.Exists(x => Math.Abs(x - row.Cells[0].X0) < NearLeft)))
            {
                break;
            }

            if (isLine)
            {
                Line(r, cells, pending);
                pending.Clear();
                bottom = row.Y1;
            }
            else if (_open is null || (NextLine(head, r, end) is { } next && text.Rows[next].Y0 - row.Y1 < 0.6f * (row.Y0 - bottom) && text.Rows[next].Y0 - row.Y1 < NearLine * row.Height))
            {
                pending.Add(r);
            }
            else
            {
                More(r, cells, bottom);
                bottom = row.Y1;
            }
        }

        _open = null;

        // What belongs to a line before its figures is taken with it by Line.
        void Line(int r, List<(TableColumn Column, Segment Cell)> cells, List<int> before)
        {
            var joins = _open is not null && !Clashes(_open, cells) && text.Rows[r].Y0 - _open.Bottom < 0.6f * text.Rows[r].Height;
            if (!joins)
            {
                _items.Add(_open = new TableItem());
                foreach (var b in before.Where(b => text.Rows[r].Y0 - text.Rows[b].Y1 < 3 * text.Rows[r].Height))
                {
                    _filler.Fill(_open, TableCells.Of(head, text.Rows[b]).FindAll(a => !TableFiller.IsRemark(a.Cell)), isFirst: true);
                    _taken.Add(b);
                }
            }

            _lefts.Add(text.Rows[r].Cells[0].X0);
            _filler.Fill(_open!, cells, isFirst: true);
            _open!.Bottom = text.Rows[r].Y1;
            _taken.Add(r);
        }
    }

    /// <summary>Gets how far apart the lines of one text stand at least; what stands farther below is a paragraph of its own.</summary>
    private float Leading(TableHead head, int end)
    {
        var closest = float.MaxValue;
        for (var r = head.Last + 2; r < end && text.Rows[r].Page == text.Rows[head.Last].Page; r++)
        {
            if (text.Rows[r].Cells.Count == 1 && Math.Abs(text.Rows[r].Height - text.Rows[r - 1].Height) < 1)
            {
                closest = Math.Min(closest, Math.Max(0, text.Rows[r].Y0 - text.Rows[r - 1].Y1));
            }
        }

        return closest;
    }

    private void More(int r, List<(TableColumn Column, Segment Cell)> cells, float bottom)
    {
        var row = text.Rows[r];
        var isNear = row.Y0 - bottom < Math.Min(NearLine, text.Pages[0].Recognised ? NearLine : (_leading / row.Height) + 0.25f) * row.Height;
        _open!.IsTextClosed |= !isNear;
        _filler.Fill(_open, cells, isFirst: false);
        _taken.Add(r);
    }

    /// <summary>Below the sum of a group more lines may follow: what multiplies under the same heads is one.</summary>
    private bool GoesOn(TableHead head, int row, int end)
    {
        for (var r = row + 1; r < end && r <= row + FarGroup; r++)
        {
            var cells = TableCells.Of(head, text.Rows[r]);
            if (!IsLine(cells) || text.Labels.Any(l => l.Row == r && l.Any(Ends)))
            {
                continue;
            }

            var trial = new TableItem();
            new TableFiller(text, 0, float.MaxValue).Fill(trial, cells, isFirst: true);
            if (trial.Words.Count > 0 && trial.Finish(false) is { Multiplies: true, Line.PriceBasis: null, Line.Quantity: not 0 })
            {
                return true;
            }
        }

        return false;
    }

    private void Foot(int r, List<Label> labels, List<(TableColumn Column, Segment Cell)> cells)
    {
        var sums = cells.FindAll(c => c.Column.Kind is ColumnKind.Amount or ColumnKind.TaxAmount or ColumnKind.TaxRate && Amount().IsMatch(c.Cell.Text) && !c.Cell.Text.Contains('%', StringComparison.Ordinal));
        if (sums.Count > 1 && labels.Exists(l => l.Is(Meaning.Total)))
        {
            Footing.AddRange(sums.Select(s => (s.Column, r, s.Cell)));
        }
    }

    /// <summary>Freight, a payment made and their like, below the lines and not where descriptions begin.</summary>
    private static bool IsCharge(TableHead head, PageRow row, List<Label> labels, float bottom)
        => row.Y0 - bottom > 0.8f * row.Height && labels.Exists(l => l.Any(Meaning.Freight | Meaning.Paid | Meaning.Round | Meaning.Item) && HasAmount(row, l)
            && !head.Columns.Any(c => c.Kind is ColumnKind.Description && Math.Abs(c.Left - l.Words[0].X0) < 3));

    private bool IsLine(List<(TableColumn Column, Segment Cell)> cells)
    {
        var figures = cells.Where(c => c.Column.Kind is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Amount && IsFigure(c.Cell)).ToList();
        var strong = figures.Exists(c => c.Column.Kind is ColumnKind.Quantity or ColumnKind.Amount);
        return strong && (figures.Count > 1 || cells.Exists(c => c.Column.Kind is ColumnKind.Description or ColumnKind.Article or ColumnKind.Position or ColumnKind.Barcode)
            || (figures.Count == 1 && cells.Count == 1 && _open is not null && !Clashes(_open, cells)));
    }

    /// <summary>A total ends the lines, and so does the head of another table. What multiplies is a line, whatever it is called.</summary>
    private bool IsEnd(PageRow row, List<Label> labels, List<(TableColumn Column, Segment Cell)> cells, bool isLine)
    {
        var named = labels.Where(l => l.Words[0] == row.Cells[l.Cell].Words[0]).ToList();
        if (row.Cells.Count >= 3 && !row.Cells.Any(c => c.Text.Any(char.IsDigit) && !c.Text.Contains('%', StringComparison.Ordinal)) && 5 * named.Count >= 3 * row.Cells.Count && named.Count(l => l.Any(Ends | Meaning.Amount | Meaning.Rate | Meaning.Discount)) >= 2)
        {
            return true;
        }

        if (row.Cells.Count >= 4 && !row.Text.Any(char.IsAsciiDigit) && named.Count(l => l.Any(Ends)) >= 3)
        {
            return true;
        }

        if (named.Exists(l => l.Cell == 0 && l.IsMarked && l.Any(Meaning.Terms | Meaning.Bank | Meaning.Pay)) && !row.Cells.Any(c => Amount().IsMatch(c.Text)))
        {
            return true;
        }

        // "Grand total 14": the sum of the quantities.
        if (isLine && named.Exists(l => l.Is(Meaning.Total) && Labels.Whole(row.Cells[l.Cell]) != Meaning.Nothing) && !cells.Exists(c => c.Column.Kind is ColumnKind.Price or ColumnKind.Amount))
        {
            return true;
        }

        if (!labels.Exists(l => (l.Any(Ends) || (l.Is(Meaning.Base) && l.Words.Count > 1)) && !l.Any(Meaning.Price | Meaning.Quantity | Meaning.Description | Meaning.Item | Meaning.Discount) && HasAmount(row, l)))
        {
            return false;
        }

        if (!isLine)
        {
            return true;
        }

        var trial = new TableItem();
        _filler.Fill(trial, cells, isFirst: true);
        return trial.Finish(false).Multiplies != true;
    }

    private bool IsFigure(Segment cell) => cell.Text.Any(char.IsAsciiDigit) && text.Numbers.In(cell.Text).FirstOrDefault() is { Length: > 0, At: < 4 } && text.Dates.First(cell.Text) is null;

    private static bool HasAmount(PageRow row, Label label)
        => row.Cells.Skip(label.Cell + 1).Select(c => c.Text).Append(string.Join(' ', label.Rest.Select(w => w.Text))).Any(t => Amount().IsMatch(t));

    private static bool Clashes(TableItem item, List<(TableColumn Column, Segment Cell)> cells)
        => cells.Exists(c => (c.Column.IsNumeric && item.Numbers.Exists(n => n.Column == c.Column)) || (c.Column.Kind == ColumnKind.Position && item.Position is not null));

    private int? NextLine(TableHead head, int row, int end)
    {
        for (var r = row + 1; r < end && r < row + 4 && text.Rows[r].Page == text.Rows[row].Page; r++)
        {
            if (IsLine(TableCells.Of(head, text.Rows[r])))
            {
                return r;
            }
        }

        return null;
    }

    /// <summary>Gets where the first values behind the descriptions begin.</summary>
    private float NextLeft(TableHead head, int end)
    {
        if (head.Columns.ToList().FindIndex(c => c.Kind == ColumnKind.Description) is var at && (at < 0 || at + 1 >= head.Columns.Count))
        {
            return 0;
        }

        var behind = head.Columns[at + 1];
        return Enumerable.Range(head.Last + 1, end - head.Last - 1).Where(r => !text.Labels.Any(l => l.Row == r && l.Any(Ends))).Select(r => text.Rows[r])
            .Where(r => r.Page == text.Rows[head.Last].Page && IsLine(TableCells.Of(head, r))).SelectMany(r => r.Cells)
            .Where(c => c.X0 > head.Columns[at].X0 && Math.Min(behind.X1, c.X1) > Math.Max(behind.X0, c.X0)).Select(c => c.X0).DefaultIfEmpty(behind.X0).Min();
    }

    /// <summary>Gets how far to the right descriptions reach: there their lines are broken.</summary>
    private float TextRight(TableHead head, int end)
    {
        var (right, widest) = (0f, 0f);
        float? left = null;
        for (var r = head.Last + 1; r < end; r++)
        {
            if (r > head.Last + 1 && text.Rows[r].Page == text.Rows[r - 1].Page && text.Rows[r].Y0 - text.Rows[r - 1].Y1 > 3 * text.Rows[r].Height)
            {
                break;
            }

            var cells = TableCells.Of(head, text.Rows[r]);
            if (left is null && IsLine(cells) && cells.Find(c => c.Column.Kind == ColumnKind.Description).Cell is { } lead)
            {
                left = lead.X0;
            }

            // Only what begins where descriptions begin is one; a carried total is not.
            // A word that is too long for the column does not say where it ends.
            foreach (var (_, cell) in cells.Where(c => c.Column.Kind == ColumnKind.Description && !TableFiller.IsRemark(c.Cell) && left is { } x && Math.Abs(c.Cell.X0 - x) < 3))
            {
                widest = Math.Max(widest, cell.X1);
                right = cell.Words.Count > 1 ? Math.Max(right, cell.X1) : right;
            }

            if (text.Labels.Any(l => l.Row == r && l.Any(Meaning.Total | Meaning.Sub | Meaning.Terms | Meaning.Bank | Meaning.Balance)))
            {
                break;
            }
        }

        return right > 0 ? right : widest;
    }

    [GeneratedRegex(@"\d[.,]\d{2}\b|^[€$£]\s?\d|\d\s?[€$£]$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:remaining|outstanding|still to|back ?orders?|not yet|ruckstand|restmenge|noch nicht|reste? a|reliquat|pendientes?|non ancora|nog te) ?\b")]
    private static partial Regex Remaining();

    [GeneratedRegex(@"^(?:page|seite|pagina|página|blad|pag\.?)\s*\d+", RegexOptions.IgnoreCase)]
    private static partial Regex IsPageMark();
}
