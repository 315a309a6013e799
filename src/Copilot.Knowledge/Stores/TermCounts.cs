namespace Copilot.Knowledge.Stores;

/// <summary>How common stems are.</summary>
/// <param name="Chunks">The number of chunks in all.</param>
/// <param name="Words">The number of words in all of them.</param>
/// <param name="ByStem">The number of chunks that hold a stem; absent means none.</param>
internal sealed record TermCounts(int Chunks, long Words, IReadOnlyDictionary<string, int> ByStem)
{
    /// <summary>Gets how many words a chunk has on average.</summary>
    public double AverageLength => Math.Max(1, (double)Words / Math.Max(1, Chunks));

    /// <summary>Gets a stem's weight: the rarer, the heavier (BM25's inverse document frequency, always positive).</summary>
    public double Weight(string stem) => WeightOf(ByStem.GetValueOrDefault(stem));

    /// <summary>Gets the weight of a stem that so many chunks hold.</summary>
    public double WeightOf(int holders) => Math.Log(1 + ((Chunks - holders + 0.5) / (holders + 0.5)));
}
