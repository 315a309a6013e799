namespace Copilot.Knowledge.Stores;

/// <summary>How far a job has come.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Pages">Pages read.</param>
/// <param name="Chunks">Chunks cut.</param>
internal sealed record JobProgress(long Key, int Pages, int Chunks);
