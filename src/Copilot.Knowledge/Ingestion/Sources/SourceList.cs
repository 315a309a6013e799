namespace Copilot.Knowledge.Ingestion;

/// <summary>All sources there are: those written down, and the knowledge folder.</summary>
/// <param name="Sources">The sources.</param>
/// <param name="File">The file they are written in, or null when there is none.</param>
internal sealed record SourceList(IReadOnlyList<KnowledgeSource> Sources, string? File)
{
    /// <summary>Gets the source a file belongs to: of folders in folders the innermost; null when it lies in none.</summary>
    public KnowledgeSource? Of(string path) => Sources.Where(s => s.Holds(path)).MaxBy(s => s.Folder!.Length);
}
