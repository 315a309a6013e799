namespace Copilot.Conversation.Streaming;

/// <summary>A unit with its marks taken out.</summary>
/// <param name="Plain">The text without marks and emphasis, as it is checked.</param>
/// <param name="Marks">The marks as the model was given them: <c>S3</c>.</param>
/// <param name="Parts">The text in parts, with whether each is bold; joined they give <paramref name="Plain"/>.</param>
internal sealed record ReadUnit(string Plain, IReadOnlyList<string> Marks, IReadOnlyList<(string Text, bool IsBold)> Parts);
