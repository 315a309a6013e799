namespace Copilot.Contracts;

/// <summary>A file whose text is wanted. Its bytes are untrusted.</summary>
/// <param name="Name">Its name with extension, as its sender wrote it; only for telling the format and for messages, never for a path.</param>
/// <param name="Path">Where its bytes are on this machine.</param>
public sealed record FileToRead(string Name, string Path);
