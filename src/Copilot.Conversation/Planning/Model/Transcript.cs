using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What a turn says to models and hears from them, unmasked. Each model is given it through its own mask.</summary>
internal sealed class Transcript
{
    private readonly List<(ChatMessage Full, ChatMessage? Small)> _messages = [];

    /// <summary>Gets a value indicating whether the small form is used: less history, shorter results.</summary>
    public bool IsSmall { get; private set; }

    /// <summary>Gets the messages.</summary>
    public IEnumerable<ChatMessage> Messages => IsSmall ? _messages.Select(m => m.Small).OfType<ChatMessage>() : _messages.Select(m => m.Full);

    /// <summary>Adds a message that is never shortened.</summary>
    public void Add(ChatMessage message) => _messages.Add((message, message));

    /// <summary>Adds a message with its short form; null leaves it out.</summary>
    public void Add(ChatMessage full, ChatMessage? small) => _messages.Add((full, small));

    /// <summary>Puts other rules at the beginning.</summary>
    public void SetRules(ChatMessage rules) => _messages[0] = (rules, rules);

    /// <summary>Goes over to the small form.</summary>
    /// <returns>False when it is in use already.</returns>
    public bool Shrink()
    {
        var can = !IsSmall;
        IsSmall = true;
        return can;
    }
}
