namespace Copilot.Knowledge.Stores;

/// <summary>What is in the queue.</summary>
/// <param name="Waiting">How many jobs wait.</param>
/// <param name="Running">The jobs that are being worked on.</param>
internal sealed record QueueState(int Waiting, IReadOnlyList<IngestFile> Running);
