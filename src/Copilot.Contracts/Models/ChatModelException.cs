namespace Copilot.Contracts;

/// <summary>A chat model gave no (whole) answer. The message is for people: which model, what happened, what to do; it holds no key and no text of the prompt.</summary>
public sealed class ChatModelException : CopilotException
{
    /// <summary>Initializes a new instance of the <see cref="ChatModelException"/> class.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="message">The text for people.</param>
    /// <param name="inner">What lies behind it.</param>
    public ChatModelException(ChatModelFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>Gets why.</summary>
    public ChatModelFault Fault { get; }

    /// <summary>Gets how many tokens the model's context has, when the provider said so.</summary>
    public int? ContextTokens { get; init; }
}
