namespace Copilot.Evals.Reports;

/// <summary>So many right of so many.</summary>
/// <param name="Right">How many are right.</param>
/// <param name="Of">Of how many.</param>
public sealed record Share(int Right, int Of)
{
    /// <summary>Gets the share in percent; nothing to look for counts as all right.</summary>
    public decimal Percent => Of == 0 ? 100 : Math.Round(100m * Right / Of, 1, MidpointRounding.ToZero);
}
