namespace Copilot.Host;

/// <summary>What of the house is prepared at start, beside the store, which always is.</summary>
[Flags]
public enum HouseParts
{
    /// <summary>The store alone.</summary>
    None = 0,

    /// <summary>The knowledge folder is ingested.</summary>
    Knowledge = 1,

    /// <summary>The business system is reached; without one configured, the sandbox starts.</summary>
    Business = 2,

    /// <summary>Everything: questions can be answered.</summary>
    All = Knowledge | Business,
}
