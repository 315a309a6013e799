using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>What a scripted mind answers: pieces of text, calls, and perhaps trouble after them.</summary>
public sealed record MindReply
{
    /// <summary>The text, piece by piece.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>The calls after the text: the name on the wire and the arguments as JSON, or as something that is none.</summary>
    public IReadOnlyList<(string Name, string Arguments)> Calls { get; init; } = [];

    /// <summary>The trouble after text and calls.</summary>
    public Exception? Trouble { get; init; }

    /// <summary>Waits before the text at this index; the index after the last waits at the end.</summary>
    public IReadOnlyDictionary<int, Func<CancellationToken, Task>> Waits { get; init; } = new Dictionary<int, Func<CancellationToken, Task>>();

    /// <summary>Whether it ends because it is too long.</summary>
    public bool IsCut { get; init; }

    /// <summary>Tokens reported; null reports none.</summary>
    public (int Input, int Output)? Usage { get; init; } = (100, 20);

    public static MindReply Say(params string[] pieces) => new() { Text = pieces };

    public static MindReply Call(string name, string arguments) => new() { Calls = [(name, arguments)] };

    public static MindReply Fail(ChatModelFault fault) => new() { Trouble = new ChatModelException(fault, $"The model failed: {fault}.") };

    public MindReply Then(ChatModelFault fault) => this with { Trouble = new ChatModelException(fault, $"The model failed: {fault}.") };
}
