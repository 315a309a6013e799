namespace Copilot.Evals.Matching;

/// <summary>A paper with what is true of it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Case">What it tries: <c>clean</c>, <c>price</c>, …</param>
/// <param name="Content">The file.</param>
/// <param name="Orders">The orders it belongs to; none when it belongs to none.</param>
/// <param name="Differences">The kinds of differences a person must be told of.</param>
/// <param name="Twin">The bill it repeats, or null.</param>
internal sealed record JudgedPaper(string Name, string Case, byte[] Content, IReadOnlyList<string> Orders, IReadOnlyList<string> Differences, string? Twin = null)
{
    /// <summary>Gets what is at stake in euros, or null when that is not judged.</summary>
    public decimal? Money { get; init; }
}
