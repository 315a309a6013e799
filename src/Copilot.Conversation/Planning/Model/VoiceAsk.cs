using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>One request to whichever model of a duty answers.</summary>
internal sealed record VoiceAsk
{
    /// <summary>Gets what it is for, for the audit.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets the models in their order.</summary>
    public required IReadOnlyList<ChatModel> Models { get; init; }

    /// <summary>Gets how the model is asked.</summary>
    public required PromptSettings Settings { get; init; }

    /// <summary>Gets what is said in the place of the turn's transcript: a small task of its own; null for the transcript.</summary>
    public Transcript? Apart { get; init; }

    /// <summary>Gets the tools shown to the model.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Tools { get; init; } = [];

    /// <summary>Gets a value indicating whether it may call them.</summary>
    public bool MayCall { get; init; }

    /// <summary>Gets what is told when a model begins to answer, with how its text is put right; called again when another begins.</summary>
    public Action<Func<string, string>>? Begins { get; init; }

    /// <summary>Gets what takes the text while it comes.</summary>
    public Action<string>? Text { get; init; }

    /// <summary>Gets a function that says whether text of this answer was shown, so that no other model may begin it anew.</summary>
    public Func<bool> HasShown { get; init; } = () => false;

    /// <summary>Gets the most tokens of the answer; null for the model's own.</summary>
    public int? MaxTokens { get; init; }
}
