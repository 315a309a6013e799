using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads the lines of a document out of its tables.</summary>
/// <param name="text">The document.</param>
internal sealed partial class TableReader(PageText text)
{
    private const float FarBelow = 7;
    private const float FarCondition = 1.5f;
    private const int FarGroup = 8;
    private const float NearLine = 1.1f;
    private const float NearLeft = 12;
    private const Meaning Papers = Meaning.Delivery | Meaning.Order | Meaning.Sale | Meaning.Invoice;

    private readonly TableRules _rules = new(text);
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
        var measures = new TableMeasures(text, _rules);
        _leading = measures.Leading(head, end);
        (_open, _filler) = (null, new TableFiller(text, measures.TextRight(head, end), measures.NextLeft(head, end)));
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
            var isLine = _rules.IsLine(cells, _open);
            if (labels.Exists(l => (l.Is(Meaning.Carried) && (row.Cells.Count < 3 || row.Cells.Any(c => TableRules.Amount().IsMatch(c.Text))) && cells.Count(c => c.Column.IsNumeric && _rules.IsFigure(c.Cell)) < 3) || l.Is(Meaning.Page)) || IsPageMark().IsMatch(row.Text))
            {
                continue;
            }

            if (!isLine && row.Cells.Count == 1 && row.Text.EndsWith(':') && Remaining().IsMatch(Folding.Of(row.Text)))
            {
                // What comes is not of this delivery.
                break;
            }

            if (!isLine && row.Cells.Count == 1 && head.Columns.Count(c => Math.Min(c.X1, row.Cells[0].X1) > Math.Max(c.X0, row.Cells[0].X0)) > 2 && !labels.Exists(l => l.Any(TableRules.Ends)))
            {
                // A sentence across the table is a remark.
                _open?.IsTextClosed = true;
                continue;
            }

            if (_open is not null && row.Y0 - bottom < FarCondition * row.Height && _rules.IsCondition(_open, cells))
            {
                // The last price counts, which is the one after discounts; a discount by itself says nothing more.
                if ((Labels.Whole(cells[0].Cell) & Meaning.Discount) == 0)
                {
                    _open.Reprice();
                    _filler.Fill(_open, cells.FindAll(c => c.Column.Kind is ColumnKind.Price or ColumnKind.Amount), isFirst: false);
                }

                _taken.Add(r);
                bottom = row.Y1;
                continue;
            }

            if (_rules.IsEnd(row, labels, cells, isLine))
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

            if (!isLine && TableRules.IsCharge(head, row, labels, bottom))
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
            else if (_open is null || (head.HasLevels && cells.Exists(c => c.Column.Kind == ColumnKind.Position)) || (measures.NextLine(head, r, end, _open) is { } next && text.Rows[next].Y0 - row.Y1 < 0.6f * (row.Y0 - bottom) && text.Rows[next].Y0 - row.Y1 < NearLine * row.Height))
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
            var joins = _open is not null && !TableRules.Clashes(_open, cells) && text.Rows[r].Y0 - _open.Bottom < 0.6f * text.Rows[r].Height;
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
            if (!_rules.IsLine(cells, _open) || text.Labels.Any(l => l.Row == r && l.Any(TableRules.Ends)))
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
        var sums = cells.FindAll(c => c.Column.Kind is ColumnKind.Amount or ColumnKind.TaxAmount or ColumnKind.TaxRate && TableRules.Amount().IsMatch(c.Cell.Text) && !c.Cell.Text.Contains('%', StringComparison.Ordinal));
        if (sums.Count > 1 && labels.Exists(l => l.Is(Meaning.Total)))
        {
            Footing.AddRange(sums.Select(s => (s.Column, r, s.Cell)));
        }
    }

    [GeneratedRegex(@"^(?:remaining|outstanding|still to|back ?orders?|not yet|ruckstand|restmenge|noch nicht|reste? a|reliquat|pendientes?|non ancora|nog te) ?\b")]
    private static partial Regex Remaining();

    [GeneratedRegex(@"^(?:page|seite|pagina|página|blad|pag\.?)\s*\d+", RegexOptions.IgnoreCase)]
    private static partial Regex IsPageMark();
}
