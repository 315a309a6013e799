namespace Copilot.Knowledge.Ingestion;

/// <summary>A reader failed on a file in a way it did not foresee: the file is refused, the others go on.</summary>
internal sealed class UnreadableFileException(Exception inner) : Exception("A reader failed on a file.", inner);
