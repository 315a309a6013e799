namespace Copilot.Conversation.Prompts;

/// <summary>A prompt with its blanks filled in, and what the audit needs to say which prompt it was.</summary>
/// <param name="Name">The prompt's name: <c>answer/turn</c>.</param>
/// <param name="Version">The version its file states.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Text">The text for the model.</param>
internal sealed record RenderedPrompt(string Name, int Version, string Hash, string Text)
{
    /// <summary>Gets how the model is to be asked.</summary>
    public PromptSettings Settings { get; init; } = new();
}
