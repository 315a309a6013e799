namespace Copilot.Contracts;

/// <summary>Trouble a person can act on. It and what derives from it are the only exceptions whose message a user or a model may see.</summary>
public class CopilotException : Exception
{
    /// <summary>Creates the exception with a message that says what was wrong, where, and what to do.</summary>
    /// <param name="message">Text for people.</param>
    public CopilotException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for people and the fault behind it.</summary>
    /// <param name="message">Text for people.</param>
    /// <param name="inner">The fault behind it; never shown.</param>
    public CopilotException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Gets a value indicating whether the same request may succeed later without a change.</summary>
    public bool IsTransient { get; init; }
}
