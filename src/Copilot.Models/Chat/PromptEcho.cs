using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat;

/// <summary>Keeps what was sent out of errors: servers repeat parts of a request in them, and errors go to logs and to people who may not read it.</summary>
internal static class PromptEcho
{
    private const int Window = 16;

    /// <summary>Takes the server's words out of an error that repeats a message.</summary>
    /// <param name="fault">The error.</param>
    /// <param name="messages">What was sent.</param>
    public static EndpointException Without(EndpointException fault, IReadOnlyList<ChatMessage> messages)
        => !Repeats(fault.Detail, messages) ? fault
            : fault.But(detail: fault.Status > 0 ? FormattableString.Invariant($"HTTP {fault.Status}") : "the server's words repeat what was sent");

    private static bool Repeats(string detail, IReadOnlyList<ChatMessage> messages)
    {
        for (var start = 0; start + Window <= detail.Length; start++)
        {
            var window = detail.AsSpan(start, Window);
            foreach (var content in messages.SelectMany(message => message.Contents))
            {
                var text = content switch
                {
                    TextContent said => said.Text,
                    FunctionResultContent { Result: string result } => result,
                    _ => string.Empty,
                };
                if (text.AsSpan().Contains(window, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
