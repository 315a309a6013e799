namespace Copilot.Conversation.Streaming;

/// <summary>What came of a model's answer.</summary>
/// <param name="IsGrounded">Whether at least one claim was shown.</param>
/// <param name="HasSpoken">Whether anything was shown: a question back, "I found nothing".</param>
/// <param name="PointFell">Whether its first claim does not stand; then nothing was shown.</param>
/// <param name="Unsupported">What was cut.</param>
/// <param name="Claims">How many of those stated figures, names or codes.</param>
internal sealed record AssembledAnswer(bool IsGrounded, bool HasSpoken, bool PointFell, IReadOnlyList<string> Unsupported, int Claims);
