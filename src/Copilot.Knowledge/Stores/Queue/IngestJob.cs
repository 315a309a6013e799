using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores;

/// <summary>A file to be taken in.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="Machine">The machine whose disk holds it, or null when any can do it.</param>
/// <param name="Priority">Lower comes first: 0 for what somebody waits for, 1 for quick texts, 2 for all else.</param>
internal sealed record IngestJob(FileTask Task, string? Machine, int Priority);
