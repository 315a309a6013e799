using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>Cuts one document, part by part: a section, a table or a clause goes on from one part to the next.</summary>
/// <param name="clauses">Whether numbered clauses in running text are told apart.</param>
internal sealed class ChunkCutter(bool clauses)
{
    private readonly HeadingTrail _trail = new(clauses);
    private readonly ClauseReader _clauses = new();
    private readonly OpenChunk _open = new();
    private List<Chunk> _done = [];
    private DocumentPart _part = new() { Text = string.Empty, Blocks = [] };
    private int _cursor;
    private int _count;

    /// <summary>Gets how many characters have been cut: the offset of the next part.</summary>
    public int Length { get; private set; }

    /// <summary>Cuts the next part.</summary>
    /// <returns>The chunks that are complete by now.</returns>
    /// <exception cref="CopilotException">The document's text is longer than a document can be.</exception>
    public IReadOnlyList<Chunk> Add(DocumentPart part)
    {
        if ((long)Length + part.Text.Length > int.MaxValue - Chunker.Longest)
        {
            throw new CopilotException("the document has more than two thousand million characters; split it into parts.");
        }

        _done = [];
        _part = part;
        _cursor = 0;
        foreach (var block in Covering(part.Text, part.Blocks))
        {
            Take(block);
        }

        // White space at the end belongs to the chunk as long as it goes on.
        if (_open.IsTaken)
        {
            if (part.Text.Length - _cursor > Chunker.Target || _open.Length > 2 * Chunker.Longest)
            {
                Close();
            }
            else
            {
                _open.Append(part.Text.AsSpan(_cursor));
            }
        }

        Length += part.Text.Length;
        return _done;
    }

    /// <summary>Ends the document.</summary>
    /// <returns>The last chunk, or none.</returns>
    public IReadOnlyList<Chunk> Finish()
    {
        _done = [];
        Close();
        return _done;
    }

    /// <summary>Adds what a reader leaves out between the blocks (link definitions, stray marks), so that nothing is lost.</summary>
    private static IEnumerable<TextBlock> Covering(string text, IReadOnlyList<TextBlock> blocks)
    {
        var from = 0;
        foreach (var block in blocks)
        {
            var end = Math.Min(block.End, text.Length);
            if (block.Start < from || end <= block.Start)
            {
                continue;
            }

            if (!text.AsSpan(from, block.Start - from).IsWhiteSpace())
            {
                yield return new TextBlock(BlockKind.Block, from, block.Start);
            }

            yield return end == block.End ? block : block with { End = end };
            from = end;
        }

        if (!text.AsSpan(from).IsWhiteSpace())
        {
            yield return new TextBlock(BlockKind.Block, from, text.Length);
        }
    }

    private void Take(TextBlock block)
    {
        if (_open.IsTaken && (_open.Marks ^ block.Mark).HasFlag(BlockMark.Hidden))
        {
            Close();
        }

        if (block.Kind == BlockKind.Heading && !block.Mark.HasFlag(BlockMark.Hidden))
        {
            TakeHeading(block);
        }
        else if (clauses && block.Kind is BlockKind.Paragraph or BlockKind.List && !block.Mark.HasFlag(BlockMark.Hidden))
        {
            foreach (var segment in _clauses.Split(_part.Text, block))
            {
                if (segment.Head is { } head)
                {
                    if (_open.HasBody && (!head.IsItem || _open.Length >= Chunker.ItemRoom))
                    {
                        Close();
                    }

                    _trail.Clause(head);
                    if (_part.Text.AsSpan(segment.Start, segment.End - segment.Start).Trim().Length <= head.Label.Length + 2)
                    {
                        // Nothing but its title: what comes next stands with it, as below a heading.
                        Append(segment.Start, segment.End, block.Mark, body: false);
                        continue;
                    }
                }

                TakeBody(block with { Start = segment.Start, End = segment.End });
            }
        }
        else
        {
            TakeBody(block);
        }
    }

    private void TakeHeading(TextBlock block)
    {
        if (_open.HasBody || (_open.IsTaken && _open.Length + block.End - _cursor > Chunker.Target))
        {
            Close();
        }

        _trail.Heading(block.Level, block.Heading);
        if (clauses)
        {
            _clauses.Heading(block.Heading);
        }

        // A heading that is no heading by its length is cut like any text.
        if (block.End - block.Start > Chunker.Target)
        {
            TakeBody(block);
            return;
        }

        Append(block.Start, block.End, block.Mark, body: false);
    }

    private void TakeBody(TextBlock block)
    {
        foreach (var (start, end, lead) in Pieces(block))
        {
            if (_open.HasBody && (_open.Length + end - _cursor > Chunker.Target || lead.Length > 0))
            {
                Close();
            }

            Append(start, end, block.Mark, body: true);
            _open.Lead = lead.Length > 0 ? lead : _open.Lead;
        }
    }

    private IEnumerable<(int Start, int End, string Lead)> Pieces(TextBlock block)
    {
        var text = _part.Text;

        // A table that goes on from the part before has its header there.
        var goesOn = block.Kind == BlockKind.Table && block.Lead.Length > 0 && !text.AsSpan(block.Start).StartsWith(block.Lead.AsSpan().Trim());
        var whole = block.Kind is BlockKind.List or BlockKind.Table ? Chunker.Longest : Chunker.Target;
        if (text.AsSpan(block.Start, block.End - block.Start).Trim().Length <= whole)
        {
            yield return (block.Start, block.End, goesOn ? block.Lead : string.Empty);
            yield break;
        }

        var start = block.Start;
        while (start < block.End)
        {
            var end = block.End - start <= Chunker.Target ? block.End : Seam.Before(text, start, Math.Min(start + Chunker.Target, block.End), block);
            yield return (start, end, goesOn || start > block.Start ? block.Lead : string.Empty);
            start = end;
        }
    }

    private void Append(int start, int end, BlockMark mark, bool body)
    {
        if (!_open.IsTaken)
        {
            _cursor = start;
        }
        else if (start - _cursor > Chunker.Target)
        {
            // More white space than text: it would only swell the chunk.
            Close();
            _cursor = start;
        }

        _open.Take(Length, _part, _cursor, end, _trail.Path, mark, body);
        _cursor = end;
    }

    private void Close()
    {
        if (_open.Close(_count) is { } chunk)
        {
            _done.Add(chunk);
            _count++;
        }
    }
}
