namespace Copilot.Contracts;

/// <summary>How a tool call ended.</summary>
public enum ToolOutcome
{
    /// <summary>It ran; what it looked for may still not exist.</summary>
    Ok,

    /// <summary>The caller may not.</summary>
    Denied,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>It took too long.</summary>
    TimedOut,
}
