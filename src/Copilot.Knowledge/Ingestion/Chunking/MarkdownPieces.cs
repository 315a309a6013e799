using Copilot.Contracts;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The blocks of a Markdown document, with their places in its text.</summary>
internal static class MarkdownPieces
{
    private const int LongestHeading = 400;
    private const int LongestLead = 600;

    /// <summary>Reads the blocks.</summary>
    public static IReadOnlyList<TextBlock> Of(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, new MarkdownPipelineBuilder().UsePipeTables().Build());
        }
        catch (ArgumentException)
        {
            // The parser refuses nesting no person writes; such a text is still searchable as plain lines.
            return PlainPieces.Of(text);
        }

        var pieces = new List<TextBlock>();
        foreach (var block in document.Where(b => b.Span.Length > 0 && b is not LinkReferenceDefinitionGroup))
        {
            pieces.Add(PieceOf(block, text));
        }

        return pieces;
    }

    private static TextBlock PieceOf(Block block, string text)
    {
        var start = Math.Clamp(block.Span.Start, 0, text.Length);
        var end = Math.Clamp(block.Span.End + 1, start, text.Length);
        return block switch
        {
            HeadingBlock heading when end - start <= LongestHeading => new TextBlock(BlockKind.Heading, start, end) { Level = heading.Level, Heading = PlainText.Of(HeadingLine(text[start..end])) },
            ListBlock list => new TextBlock(BlockKind.List, start, end) { Seams = [.. list.Skip(1).Select(i => LineStart(text, i.Span.Start)).Where(s => s > start && s < end)] },
            Table table => TableOf(table, start, end, text),
            ParagraphBlock => new TextBlock(BlockKind.Paragraph, start, end),
            _ => new TextBlock(BlockKind.Block, start, end),
        };
    }

    private static TextBlock TableOf(Table table, int start, int end, string text)
    {
        var rows = table.OfType<TableRow>().Where(r => !r.IsHeader).Select(r => LineStart(text, r.Span.Start)).Where(s => s > start && s < end).ToList();
        return new TextBlock(BlockKind.Table, start, end)
        {
            Seams = [.. rows.Skip(1)],
            Lead = rows.Count > 0 && rows[0] - start <= LongestLead ? text[start..rows[0]].TrimEnd() : string.Empty,
        };
    }

    private static string HeadingLine(string raw) => raw.Split('\n')[0].Trim().Trim('#').Trim();

    private static int LineStart(string text, int offset) => offset <= 0 ? 0 : text.LastIndexOf('\n', Math.Min(offset, text.Length) - 1) + 1;
}
