namespace Copilot.Conversation.Prompts;

/// <summary>What is known of a prompt without rendering it.</summary>
/// <param name="Name">The prompt's name: its place below the prompts folder, <c>answer/turn</c>.</param>
/// <param name="Version">The version its file states, from 1.</param>
/// <param name="Hash">SHA-256 of the normalised file, lower-case hex.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Source">The normalised file: LF ends of lines, no byte order mark, one end of line at the end.</param>
public sealed record PromptCard(string Name, int Version, string Hash, string Owner, string Description, string Source);
