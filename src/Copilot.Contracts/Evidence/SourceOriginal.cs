namespace Copilot.Contracts;

/// <summary>The original behind a source.</summary>
/// <param name="File">Its name and where its bytes are.</param>
/// <param name="Format">Its format, by <see cref="IFileReader.Format"/>.</param>
public sealed record SourceOriginal(FileToRead File, string Format);
