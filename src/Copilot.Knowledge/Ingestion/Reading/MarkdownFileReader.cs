using System.Runtime.CompilerServices;
using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Reads Markdown. Its blocks are known when all of it has been parsed; it is given in parts that tear no block.</summary>
internal sealed class MarkdownFileReader : IFileReader
{
    private const int PartLength = 64 * 1024;

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => TextBytes.Are(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await TextFile.OpenAsync(file.Path, cancellationToken);
        var all = new StringBuilder();
        await foreach (var run in opened.RunsAsync(cancellationToken))
        {
            all.Append(run);
        }

        var text = FrontMatter.Of(all.ToString()).Body;
        var blocks = MarkdownPieces.Of(text);
        var title = Title(text);
        IReadOnlyList<string> notes = opened.Note is null ? [] : [opened.Note];
        for (var (start, next) = (0, 0); start < text.Length || next == 0;)
        {
            var first = next;
            var end = text.Length;
            for (; next < blocks.Count; next++)
            {
                if (blocks[next].End - start > PartLength && next > first)
                {
                    end = blocks[next].Start;
                    break;
                }
            }

            yield return new DocumentPart
            {
                Text = start == 0 && end == text.Length ? text : text[start..end],
                Blocks = start == 0 ? [.. blocks.Take(next)] : [.. blocks.Skip(first).Take(next - first).Select(b => Moved(b, start))],
                Title = title,
                Notes = notes,
            };
            if (end == text.Length)
            {
                break;
            }

            (start, title, notes) = (end, null, []);
        }
    }

    private static TextBlock Moved(TextBlock block, int by)
        => block with { Start = block.Start - by, End = block.End - by, Seams = [.. block.Seams.Select(s => s - by)] };

    private static string? Title(string text)
    {
        var first = text.AsSpan(0, Math.Min(text.Length, 400)).TrimStart().ToString().Split('\n')[0];
        return first.StartsWith("# ", StringComparison.Ordinal) ? PlainText.Of(first[2..]) : null;
    }
}
