namespace Copilot.Models.Local;

/// <summary>How much a fit looks at and how large its model gets. Memory while fitting is about 8 bytes an entry and 10 bytes a word and number of the vector: some 300 MB with these.</summary>
internal sealed record FitLimits
{
    /// <summary>Gets the fewest passages to fit on: with fewer, words hardly ever meet.</summary>
    public int LeastPassages { get; init; } = 48;

    /// <summary>Gets the most different words and pairs of passages that are looked at, summed over passages; beyond it every second passage is dropped, and again.</summary>
    public int MostEntries { get; init; } = 4_000_000;

    /// <summary>Gets the most words and pairs of words the model knows: those in most passages.</summary>
    public int MostWords { get; init; } = 50_000;

    /// <summary>Gets the most words kept while reading; beyond it the rarest are forgotten.</summary>
    public int MostWordsWhileReading { get; init; } = 300_000;

    /// <summary>Gets the most numbers a vector has.</summary>
    public int MostDimension { get; init; } = 256;

    /// <summary>Gets how many numbers a vector has: about one to four passages or words, whichever are fewer, in steps that suit vector instructions.</summary>
    /// <param name="passages">How many passages are fitted on.</param>
    /// <param name="words">How many words they have.</param>
    public int Dimension(int passages, int words)
    {
        const int Step = 32;
        var fewer = Math.Min(passages, words);
        return Math.Min(MostDimension, ((fewer / 4) + Step - 1) / Step * Step);
    }
}
