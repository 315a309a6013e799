using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Copilot.Testing.Conversation;

/// <summary>What a scripted mind was asked.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Options">The options.</param>
public sealed partial record MindRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)
{
    /// <summary>All text of all messages.</summary>
    public string All => string.Join("\n\n", Messages.Select(m => string.Join("\n", m.Contents.Select(c => c switch
    {
        TextContent text => text.Text,
        FunctionResultContent result => result.Result?.ToString(),
        FunctionCallContent call => call.Name + System.Text.Json.JsonSerializer.Serialize(call.Arguments),
        _ => string.Empty,
    }))));

    /// <summary>The text of the last message.</summary>
    public string Last => Messages[^1].Text;

    /// <summary>The results of look-ups so far.</summary>
    public IReadOnlyList<string> Results => [.. Messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => r.Result?.ToString() ?? string.Empty)];

    /// <summary>The names of the tools shown.</summary>
    public IReadOnlyList<string> Tools => [.. (Options.Tools ?? []).Select(t => t.Name)];

    /// <summary>The mark of the source whose line holds a text.</summary>
    public string MarkOf(string text) => Line().Matches(All).Where(m => m.Value.Contains(text, StringComparison.Ordinal)).Select(m => m.Groups["mark"].Value).FirstOrDefault() ?? "S999";

    [GeneratedRegex(@"^\[(?<mark>S\d+)\][^\n]*", RegexOptions.Multiline)]
    private static partial Regex Line();
}
