namespace Copilot.Evals.Reports;

/// <summary>A limit that the score must keep.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Found">What was found.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Passed">Whether it is kept.</param>
public sealed record Gate(string Name, decimal Found, decimal Limit, bool Passed)
{
    /// <summary>A share that must not be smaller.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="share">The share.</param>
    /// <param name="limit">The limit in percent.</param>
    public static Gate AtLeast(string name, Share share, decimal limit)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new Gate(name, share.Percent, limit, share.Percent >= limit);
    }

    /// <summary>A count that must not be larger.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="count">The count.</param>
    /// <param name="limit">The limit.</param>
    public static Gate AtMost(string name, int count, int limit) => new(name, count, limit, count <= limit);
}
