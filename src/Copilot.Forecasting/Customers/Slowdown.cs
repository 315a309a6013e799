namespace Copilot.Forecasting.Customers;

/// <summary>A customer judged by their own rhythm.</summary>
/// <param name="Pace">How they buy.</param>
/// <param name="SilenceChance">How probable a silence at least as long is for one who goes on as before.</param>
/// <param name="FewerChance">How probable so few orders lately are for one who goes on as before; 1 where too little is known.</param>
/// <param name="Expected">Order days that the last days would have had at the earlier rate.</param>
/// <param name="ExpectedNet">The net amount that the last days would have had at the earlier rate.</param>
/// <param name="IsSlower">Whether it is more than chance explains, with all customers looked at.</param>
internal sealed record Slowdown(BuyingPace Pace, double SilenceChance, double FewerChance, double Expected, double ExpectedNet, bool IsSlower)
{
    /// <summary>Gets the chance of the more unusual of both, as two were looked at.</summary>
    public double Chance => Math.Min(1, 2 * Math.Min(SilenceChance, FewerChance));

    /// <summary>Gets "one in so many" of <see cref="Chance"/>, rounded down.</summary>
    public int OneIn => (int)Math.Min(100_000, Math.Floor(1 / Chance));

    /// <summary>Gets a value indicating whether the silence is the more unusual of both.</summary>
    public bool IsSilent => SilenceChance <= FewerChance;

    /// <summary>Gets what the last days brought less than the earlier rate, in the customer's currency; not below zero.</summary>
    public double Missing => Math.Max(0, ExpectedNet - Pace.RecentNet);
}
