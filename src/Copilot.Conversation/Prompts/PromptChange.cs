namespace Copilot.Conversation.Prompts;

/// <summary>How a prompt differs from the version on record.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="From">The version on record; 0 when there is none.</param>
/// <param name="To">The version now; 0 when the file is gone.</param>
/// <param name="Lines">The lines that differ, <c>-</c> before old and <c>+</c> before new ones, with a line or two around them behind a blank; <c>@@</c> where lines are left out.</param>
public sealed record PromptChange(string Name, int From, int To, IReadOnlyList<string> Lines);
