namespace Copilot.Governance.Masking;

/// <summary>Something in a text that may have to be hidden.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">What is the same for all ways to write this value; null for the text itself.</param>
internal readonly record struct Found(int Start, int Length, MaskClass Kind, string? Key = null)
{
    public int End => Start + Length;
}
