using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>How a conversation is written for an endpoint and how its answers are understood.</summary>
internal interface IChatWire
{
    /// <summary>Gets where requests go.</summary>
    Uri Address { get; }

    /// <summary>Writes a request.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Tools and wishes; null for none.</param>
    /// <param name="isStream">Whether the answer is to come piece by piece.</param>
    /// <returns>JSON.</returns>
    /// <exception cref="Copilot.Contracts.ChatModelException">A message holds something that no text can say, such as a picture.</exception>
    byte[] Write(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream);

    /// <summary>Begins to read an answer.</summary>
    /// <param name="messages">The conversation, whose call ids are taken.</param>
    IAnswerReading Read(IReadOnlyList<ChatMessage> messages);
}
