using Copilot.Contracts;

namespace Copilot.Host.Console.Desk;

/// <summary>A document beside what it belongs to.</summary>
/// <param name="State">How sure that is: <c>sure</c>, <c>likely</c>, <c>unclear</c>, <c>none</c>, <c>not_compared</c>.</param>
/// <param name="Reason">Why it is not compared, or null.</param>
/// <param name="Orders">The orders it was compared with; those that may be meant where it is unclear.</param>
/// <param name="Differences">What differs, what a person must look at first.</param>
/// <param name="Duplicates">Bills that it may repeat.</param>
/// <param name="Customers">Customers' orders that wait for the goods.</param>
/// <param name="Steps">What to do.</param>
/// <param name="Letter">The message to the supplier about what differs, drafted as plain text with its subject; null when there is nothing to say.</param>
/// <param name="Remarks">What could not be looked at.</param>
internal sealed record DeskMatchView(
    MatchState State,
    string? Reason,
    IReadOnlyList<DeskMatchOrder> Orders,
    IReadOnlyList<DifferenceTold> Differences,
    IReadOnlyList<DeskMatchTwin> Duplicates,
    IReadOnlyList<CustomerHit> Customers,
    IReadOnlyList<DeskMatchStep> Steps,
    string? Letter,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Makes it of a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The view.</returns>
    public static DeskMatchView Of(DocumentDecision decision)
    {
        var match = decision.Match;
        return new DeskMatchView(
            match.State,
            match.Reason,
            [.. (match.Orders.Count > 0 ? match.Orders : match.Candidates.Select(c => c.Order)).Select(o => new DeskMatchOrder(o.Id, o.Name, o.Supplier.Name, Math.Round(match.Candidates.FirstOrDefault(c => c.Order.Id == o.Id)?.Confidence ?? 0, 3), match.Candidates.FirstOrDefault(c => c.Order.Id == o.Id)?.Reasons ?? []))],
            decision.Differences,
            [.. match.Twins.Select(t => new DeskMatchTwin(t.Bill.Id, t.Bill.Name, Math.Round(t.Confidence, 3), t.Reason))],
            decision.Customers,
            [.. decision.Steps.Select(s => new DeskMatchStep(s.Summary, s.Question))],
            decision.Letter is { } letter ? $"{letter.Subject}\n\n{letter.Body}" : null,
            decision.Remarks);
    }
}
