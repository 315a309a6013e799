using Copilot.Contracts;

namespace Copilot.Documents.Layout;

/// <summary>Lays a document's pages out, run by run: what it learns (sizes of letters, repeated lines, an open table) holds for the pages that follow.</summary>
/// <param name="pageCount">How many pages the document has.</param>
internal sealed class DocumentLayout(int pageCount)
{
    private readonly LayoutStyle _style = new();
    private readonly RunningHeads _heads = new();
    private readonly HyphenRules _hyphens = new();
    private LaidBlock? _openTable;
    private string _openHeader = string.Empty;
    private bool _first = true;

    /// <summary>Lays out the next pages.</summary>
    /// <returns>A part for each page.</returns>
    public IReadOnlyList<DocumentPart> Add(IReadOnlyList<PlacedPage> pages)
    {
        var drafts = pages.Select(Draft).ToList();
        _heads.See([.. drafts.Select(d => (d.Page.Number, d.Rows, d.Height))]);
        foreach (var draft in drafts)
        {
            _style.See(draft.Segments);
            _hyphens.See(draft.Page.Words);
        }

        return [.. drafts.Select(Finish)];
    }

    private static PageDraft Draft(PlacedPage seen)
    {
        var page = Straightening.Of(seen);
        var parts = Turning.Part(page.Words);
        var turn = parts.Count == 0 ? Turn.Upright : parts[0].Turn;
        var segments = parts.Count == 0 ? [] : Segments.Of(Straight(parts[0], page), page.Recognised);
        return new(seen, page, turn, segments, Rows.Of(segments), turn is Turn.Upright or Turn.Over ? page.Height : page.Width, [.. parts.Skip(1)]);
    }

    private static IReadOnlyList<PlacedWord> Straight((Turn Turn, IReadOnlyList<PlacedWord> Words) part, PlacedPage page)
        => part.Turn == Turn.Upright ? part.Words : [.. part.Words.Select(w => Turning.Straight(w, part.Turn, page.Width, page.Height))];

    private static LaidBlock Lines(IEnumerable<Row> rows, Turn turn)
        => new(BlockKind.Paragraph, [.. rows.Select(r => (IReadOnlyList<IReadOnlyList<PlacedWord>>)[[.. r.Words]])]) { Turn = turn };

    private DocumentPart Finish(PageDraft draft)
    {
        var writer = new PageWriter(draft.Seen, _hyphens);
        var (top, bottom) = _heads.Of(draft.Rows, draft.Height, pageCount);
        if (top > 0)
        {
            writer.Write(Lines(draft.Rows.Take(top), draft.Turn));
        }

        var edges = draft.Rows.Take(top).Concat(draft.Rows.TakeLast(bottom)).SelectMany(r => r.Segments).ToHashSet();
        var body = Body(edges.Count == 0 ? draft.Segments : [.. draft.Segments.Where(s => !edges.Contains(s))], draft.Page.Recognised)
            .Select(b => b with { Turn = draft.Turn }).ToList();
        GoOn(body);
        foreach (var block in body)
        {
            writer.Write(block);
        }

        foreach (var other in draft.Others)
        {
            foreach (var block in Body(Segments.Of(Straight(other, draft.Page), draft.Page.Recognised), draft.Page.Recognised))
            {
                writer.Write(block with { Turn = other.Turn });
            }
        }

        if (bottom > 0)
        {
            writer.Write(Lines(draft.Rows.TakeLast(bottom), draft.Turn));
        }

        if (draft.Page.Hidden.Count > 0)
        {
            writer.Write(Lines(Rows.Of(Segments.Of(draft.Page.Hidden)), Turn.Upright) with { Mark = BlockMark.Hidden });
        }

        var part = writer.Finish();
        var title = _first ? part.Blocks.Where(b => b.Kind == BlockKind.Heading).OrderBy(b => b.Level).FirstOrDefault()?.Heading : null;
        _first = false;
        return title is null ? part : part with { Title = title };
    }

    private List<LaidBlock> Body(List<Segment> segments, bool recognised)
    {
        var reader = new RegionReader(_style, recognised);
        return [.. ColumnCutter.Cut(segments).SelectMany(region => reader.Read(Rows.Bands(Rows.Of(region))))];
    }

    /// <summary>A table at the top of a page whose columns stand where those of the table at the end of the page before stood goes on from it.</summary>
    private void GoOn(List<LaidBlock> body)
    {
        if (body.Count == 0)
        {
            _openTable = null;
            return;
        }

        if (_openTable is { } open && _openHeader.Length > 0 && body[0] is { Kind: BlockKind.Table } first && SameColumns(open, first)
            && !(first.HeaderRows > 0 && PageWriter.HeaderOf(first) == _openHeader))
        {
            body[0] = first with { HeaderRows = 0, Lead = _openHeader };
        }

        _openTable = body[^1].Kind == BlockKind.Table ? body[^1] : null;
        _openHeader = _openTable is null ? string.Empty : _openTable.HeaderRows > 0 ? PageWriter.HeaderOf(_openTable) : _openTable.Lead ?? string.Empty;
    }

    private static bool SameColumns(LaidBlock one, LaidBlock other)
        => one.Columns.Count == other.Columns.Count
            && one.Columns.Zip(other.Columns).All(p => Math.Min(p.First.X1, p.Second.X1) - Math.Max(p.First.X0, p.Second.X0) > 0.4f * Math.Min(p.First.X1 - p.First.X0, p.Second.X1 - p.Second.X0));

    private sealed record PageDraft(PlacedPage Seen, PlacedPage Page, Turn Turn, List<Segment> Segments, IReadOnlyList<Row> Rows, float Height, IReadOnlyList<(Turn Turn, IReadOnlyList<PlacedWord> Words)> Others);
}
