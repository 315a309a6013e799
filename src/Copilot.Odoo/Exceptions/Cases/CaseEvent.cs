namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>One step in the life of a case.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The id of who did it; <c>watch</c> for the watch itself.</param>
/// <param name="What"><c>found</c>, <c>found_again</c>, <c>worse</c>, <c>gone</c>, <c>proposed</c>, <c>followed</c>, or the state that was set.</param>
/// <param name="Reason">Why; null when nothing was said.</param>
internal sealed record CaseEvent(DateTimeOffset At, string Who, string What, string? Reason = null)
{
    /// <summary>The watch itself.</summary>
    public const string Watch = "watch";
}
