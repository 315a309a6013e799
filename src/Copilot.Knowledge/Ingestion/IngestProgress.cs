namespace Copilot.Knowledge;

/// <summary>How far an ingestion has come.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="File">The file that was done last.</param>
public sealed record IngestProgress(int Done, int Total, string File);
