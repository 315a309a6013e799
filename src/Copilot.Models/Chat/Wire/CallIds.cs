using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// Gives each tool call of a conversation an id of its own. Servers leave ids out or begin again with the same in each answer, and then the results could not be
/// told apart. New ones have nine letters and digits, because the templates of Mistral's models take nothing else.
/// </summary>
/// <param name="messages">The conversation, whose ids are taken.</param>
internal sealed class CallIds(IReadOnlyList<ChatMessage> messages)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Longest = 64;

    private HashSet<string>? _taken;

    /// <summary>Gives an id.</summary>
    /// <param name="wished">The server's; kept when it is one and free.</param>
    public string Give(string wished)
    {
        _taken ??= [.. messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(call => call.CallId)];
        var id = wished;
        while (id.Length is 0 or > Longest || id.Any(c => c is <= ' ' or >= '\u007F') || !_taken.Add(id))
        {
            id = System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, 9);
        }

        return id;
    }
}
