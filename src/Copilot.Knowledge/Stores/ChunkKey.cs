using Copilot.Contracts;

namespace Copilot.Knowledge.Stores;

/// <summary>A chunk's key holds its document's key and its ordinal, so that the chunks of a document lie together and their document is known without looking it up.</summary>
internal static class ChunkKey
{
    private const int OrdinalBits = 20;
    private const int MostChunks = 1 << OrdinalBits;

    /// <summary>Gets the key of a chunk.</summary>
    /// <exception cref="CopilotException">The document has too many chunks.</exception>
    public static long Of(long document, int ordinal)
        => ordinal is >= 0 and < MostChunks
            ? (document << OrdinalBits) | (uint)ordinal
            : throw new CopilotException($"The document has more than {MostChunks:N0} passages; split the file into smaller ones.");

    /// <summary>Gets the document of a chunk.</summary>
    public static long DocumentOf(long chunk) => chunk >> OrdinalBits;

    /// <summary>Gets the place of a chunk in its document.</summary>
    public static int OrdinalOf(long chunk) => (int)(chunk & (MostChunks - 1));

    /// <summary>Gets the first key a document's chunks may have.</summary>
    public static long First(long document) => document << OrdinalBits;

    /// <summary>Gets the last key a document's chunks may have.</summary>
    public static long Last(long document) => (document << OrdinalBits) | (MostChunks - 1);
}
