namespace Copilot.Conversation.Prompts;

/// <summary>A blank of a prompt.</summary>
/// <param name="Name">Its name, as in <c>{{$name}}</c>.</param>
/// <param name="IsRequired">Whether the program must fill it.</param>
/// <param name="Default">What stands there when it is not filled.</param>
internal sealed record PromptInput(string Name, bool IsRequired, string Default);
