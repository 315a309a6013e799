using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>
/// Cuts a document into chunks along its structure. A section is one chunk as far as it fits; lists and tables stay whole
/// up to <see cref="Longest"/>. Nothing is lost and nothing stands in two chunks: between two chunks there is white space only.
/// </summary>
internal static class Chunker
{
    /// <summary>The number of this way of cutting; a change makes every document be cut again.</summary>
    public const int Version = 1;

    /// <summary>A chunk grows until the next block would take it beyond so many characters.</summary>
    public const int Target = 1800;

    /// <summary>No chunk is longer than so many characters.</summary>
    public const int Longest = 3200;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text; offsets refer to it.</param>
    /// <param name="markdown">Whether it is Markdown.</param>
    public static IReadOnlyList<Chunk> Cut(string text, bool markdown)
    {
        var chunks = new List<Chunk>();
        var path = new List<(int Level, string Heading)>();
        var open = new OpenChunk();
        foreach (var piece in Covering(text, markdown ? MarkdownPieces.Of(text) : PlainPieces.Of(text)))
        {
            if (piece.Kind == BlockKind.Heading)
            {
                if (open.HasBody || piece.End - open.Start > Target)
                {
                    Close(open, text, chunks);
                }

                path.RemoveAll(h => h.Level >= piece.Level);
                path.Add((piece.Level, piece.Heading));
                open.Take(piece.Start, piece.End, [.. path.Select(p => p.Heading)], body: false);
                continue;
            }

            foreach (var (start, end, lead) in Parts(piece, text))
            {
                if (open.HasBody && (end - open.Start > Target || lead.Length > 0))
                {
                    Close(open, text, chunks);
                }

                open.Take(start, end, [.. path.Select(p => p.Heading)], body: true);
                open.Lead = lead.Length > 0 ? lead : open.Lead;
            }
        }

        Close(open, text, chunks);
        return chunks;
    }

    /// <summary>Adds what a parser leaves out between the pieces (link definitions, stray marks), so that nothing is lost.</summary>
    private static IEnumerable<TextBlock> Covering(string text, IReadOnlyList<TextBlock> pieces)
    {
        var from = 0;
        foreach (var piece in pieces.Where(p => p.End > p.Start))
        {
            if (piece.Start < from)
            {
                continue;
            }

            if (!text.AsSpan(from, piece.Start - from).IsWhiteSpace())
            {
                yield return new TextBlock(BlockKind.Block, from, piece.Start);
            }

            yield return piece;
            from = piece.End;
        }

        if (!text.AsSpan(from).IsWhiteSpace())
        {
            yield return new TextBlock(BlockKind.Block, from, text.Length);
        }
    }

    private static IEnumerable<(int Start, int End, string Lead)> Parts(TextBlock piece, string text)
    {
        var whole = piece.Kind is BlockKind.List or BlockKind.Table ? Longest : Target;
        if (TrimmedLength(text, piece.Start, piece.End) <= whole)
        {
            yield return (piece.Start, piece.End, string.Empty);
            yield break;
        }

        var start = piece.Start;
        while (start < piece.End)
        {
            var end = piece.End - start <= Target ? piece.End : Seam.Before(text, start, Math.Min(start + Target, piece.End), piece);
            yield return (start, end, start > piece.Start ? piece.Lead : string.Empty);
            start = end;
        }
    }

    private static int TrimmedLength(string text, int start, int end) => text.AsSpan(start, end - start).Trim().Length;

    private static void Close(OpenChunk open, string text, List<Chunk> chunks)
    {
        var (start, end) = (open.Start, open.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            chunks.Add(new Chunk(chunks.Count, start, end, open.Path, open.Lead) { Text = text[start..end] });
        }

        open.Clear();
    }

    private sealed class OpenChunk
    {
        public int Start { get; private set; }

        public int End { get; private set; }

        public bool HasBody { get; private set; }

        public IReadOnlyList<string> Path { get; private set; } = [];

        public string Lead { get; set; } = string.Empty;

        private bool _taken;

        public void Take(int start, int end, IReadOnlyList<string> path, bool body)
        {
            Start = _taken ? Start : start;
            End = end;
            HasBody |= body;
            Path = path;
            _taken = true;
        }

        public void Clear() => (_taken, HasBody, Lead, Start, End) = (false, false, string.Empty, 0, 0);
    }
}
