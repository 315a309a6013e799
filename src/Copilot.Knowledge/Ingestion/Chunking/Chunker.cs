using System.Runtime.CompilerServices;
using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>
/// Cuts a document into chunks along its structure. A section is one chunk as far as it fits; lists and tables stay whole
/// up to <see cref="Longest"/>. Nothing is lost and nothing stands in two chunks: between two chunks there is white space only.
/// </summary>
internal static class Chunker
{
    /// <summary>The number of this way of cutting; a change makes every document be cut again.</summary>
    public const int Version = 2;

    /// <summary>A chunk grows until the next block would take it beyond so many characters.</summary>
    public const int Target = 1800;

    /// <summary>Lists and tables of up to so many characters are kept whole.</summary>
    public const int Longest = 3200;

    /// <summary>A lettered item opens a chunk of its own when the one it would join has so many characters.</summary>
    public const int ItemRoom = 600;

    /// <summary>Cuts a text in memory.</summary>
    /// <param name="text">The text; offsets refer to it.</param>
    /// <param name="markdown">Whether it is Markdown; else it is plain text, whose numbered clauses are told apart.</param>
    public static IReadOnlyList<Chunk> Cut(string text, bool markdown)
    {
        var cutter = new ChunkCutter(clauses: !markdown);
        var part = new DocumentPart { Text = text, Blocks = markdown ? MarkdownPieces.Of(text) : PlainPieces.Of(text) };
        return [.. cutter.Add(part), .. cutter.Finish()];
    }

    /// <summary>Cuts a document part by part; at most one part and one chunk are in memory.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="clauses">Whether numbered clauses in running text are told apart.</param>
    /// <param name="cancellationToken">Stops the cutting.</param>
    /// <returns>Each part with its place and the chunks that ended in it; the last chunks come without a part.</returns>
    public static async IAsyncEnumerable<CutPart> CutAsync(
        IAsyncEnumerable<DocumentPart> parts, bool clauses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cutter = new ChunkCutter(clauses);
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            var start = cutter.Length;
            yield return new CutPart(part, start, cutter.Add(part));
        }

        yield return new CutPart(null, cutter.Length, cutter.Finish());
    }
}
