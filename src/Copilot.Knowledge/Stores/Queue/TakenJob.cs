using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores;

/// <summary>A job this process works on.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Run">Its run.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
internal sealed record TakenJob(long Key, long Run, FileTask Task, int Attempt);
