namespace Copilot.Odoo.Sales;

/// <summary>A value that was changed, as the message log tells it.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Author">Who; null when the log does not say.</param>
/// <param name="Text">What: the tracked field with old and new value, or the words of the message.</param>
/// <param name="IsValue">Whether it is a value that changed, not only words.</param>
internal sealed record LoggedChange(int MessageId, DateTimeOffset At, string? Author, string Text, bool IsValue);
