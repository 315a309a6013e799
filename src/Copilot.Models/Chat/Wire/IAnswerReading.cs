using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Understands the objects of one answer.</summary>
internal interface IAnswerReading
{
    /// <summary>Gets a value indicating whether the model said that its answer is whole.</summary>
    bool IsOver { get; }

    /// <summary>Gets a value indicating whether the object last taken brought something of the answer, and not only news of filters, counts or a role.</summary>
    bool BroughtAnswer { get; }

    /// <summary>Gets why it ended; null until then.</summary>
    ChatFinishReason? Finish { get; }

    /// <summary>Gets the tokens as the server counts them; null when it doesn't.</summary>
    UsageDetails? Usage { get; }

    /// <summary>Gets the model that answered, which may be another than the one asked; null when the server doesn't say.</summary>
    string? ModelId { get; }

    /// <summary>Gets the server's number of the answer, for its operators.</summary>
    string? ResponseId { get; }

    /// <summary>Takes an object.</summary>
    /// <param name="chunk">The object.</param>
    /// <param name="contents">What can be given out already is added here.</param>
    /// <exception cref="Endpoints.EndpointException">It is an error, or it can't be understood.</exception>
    void Take(JsonElement chunk, List<AIContent> contents);

    /// <summary>Ends the answer: tool calls are given out only now, when they are known to be whole.</summary>
    /// <param name="contents">What is left is added here.</param>
    /// <exception cref="Endpoints.EndpointException">The answer is not whole.</exception>
    void End(List<AIContent> contents);
}
