using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Reads plain text of any length, a run of paragraphs at a time.</summary>
internal sealed class PlainTextFileReader : IFileReader
{
    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => TextBytes.Are(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = await TextFile.OpenAsync(file.Path, cancellationToken);
        IReadOnlyList<string> notes = text.Note is null ? [] : [text.Note];
        var first = true;
        var held = string.Empty;
        await foreach (var run in text.RunsAsync(cancellationToken))
        {
            var all = first ? FrontMatter.Of(run).Body : held + run;
            first = false;
            var cut = Cut(all);
            held = all[cut..];
            if (cut > 0)
            {
                yield return Part(all[..cut], notes);
                notes = [];
            }
        }

        if (held.Length > 0)
        {
            yield return Part(held, notes);
        }
    }

    private static DocumentPart Part(string text, IReadOnlyList<string> notes) => new() { Text = text, Blocks = PlainPieces.Of(text), Notes = notes };

    /// <summary>Where a run is cut so that no paragraph is torn, as far as one has come to its end in it.</summary>
    private static int Cut(string text)
    {
        if (text.Length < TextFile.RunLength / 2)
        {
            return 0;
        }

        var paragraph = text.LastIndexOf("\n\n", StringComparison.Ordinal) + 2;
        var line = text.LastIndexOf('\n') + 1;
        return paragraph > 2 ? paragraph
            : text.Length < 2 * TextFile.RunLength ? 0
            : line > 0 ? line
            : text.Length;
    }
}
