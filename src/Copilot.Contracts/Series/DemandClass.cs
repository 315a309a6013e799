namespace Copilot.Contracts;

/// <summary>How demand comes, by how often and how evenly (Syntetos, Boylan and Croston 2005: a mean interval of 1.32 periods, a squared coefficient of variation of sizes of 0.49).</summary>
public enum DemandClass
{
    /// <summary>Often and of even size.</summary>
    Smooth,

    /// <summary>Often and of uneven size.</summary>
    Erratic,

    /// <summary>Seldom and of even size.</summary>
    Intermittent,

    /// <summary>Seldom and of uneven size.</summary>
    Lumpy,
}
