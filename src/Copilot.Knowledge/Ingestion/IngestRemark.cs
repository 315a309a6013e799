namespace Copilot.Knowledge;

/// <summary>A remark on one file of an ingestion.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Message">What there is to say, for people.</param>
public sealed record IngestRemark(string File, string Message);
