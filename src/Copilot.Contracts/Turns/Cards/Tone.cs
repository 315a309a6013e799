namespace Copilot.Contracts;

/// <summary>Whether a figure is good or bad news.</summary>
public enum Tone
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Wants attention.</summary>
    Warning,

    /// <summary>Bad news.</summary>
    Bad,
}
