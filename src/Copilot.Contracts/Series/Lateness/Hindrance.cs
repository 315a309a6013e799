namespace Copilot.Contracts;

/// <summary>Something known today that can make an open order late.</summary>
/// <param name="Words">What it is, as the beginning of a sentence: "24 Box of GLV-NIT-L wait for P00031 from Shenhua, expected Fri 27 Nov 2026".</param>
/// <param name="Chance">How probable it alone makes the order late, 0 to 1.</param>
/// <param name="Facts">The figures and names of the words.</param>
public sealed record Hindrance(string Words, double Chance, IReadOnlyList<Fact> Facts);
