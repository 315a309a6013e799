using Copilot.Knowledge;

namespace Copilot.Host.Console;

/// <summary>What ingestion is doing, and what it is fed from.</summary>
/// <param name="Queue">What waits, what is being read, what was done last, what failed and why.</param>
/// <param name="Sources">The sources; none while their file can't be used.</param>
/// <param name="SourcesFault">What is wrong with the file of the sources, or null.</param>
/// <param name="MayAct">Whether the one who asks may have a source looked at and a file read again.</param>
internal sealed record QueueView(IngestProgressView Queue, IReadOnlyList<IngestSource> Sources, string? SourcesFault, bool MayAct);
