using Copilot.Contracts;

namespace Copilot.Governance.Approvals.Telling;

/// <summary>
/// Tells what was proposed, decided and done through the copilot, to whom it may be told: one's own, those one may decide or has decided, all for auditors. Changes nothing.
/// </summary>
internal sealed class ProposalsTool(ProposalStore store, ProposalView view, Approvers approvers, GovernanceOptions options) : ITool
{
    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = "proposals.list",
        Description = "What was proposed through this copilot and what became of it: approved, rejected (with the reason), waiting, done, failed or lapsed; who asked, who decided and when; of a period, a kind of action, a customer, an order, a person. "
            + "Not for changes somebody made in the business system itself.",
        Ability = "which actions were proposed, approved or rejected here, by whom and why",
        Status = "looking at what was proposed and decided…",
        Parameters =
        [
            Choice(
                "state",
                "How it ended or stands; all when left out.",
                ("approved", ["approved", "approvals", "signed off", "agreed to", "approve", "accepted", "released"]),
                ("rejected", ["rejected", "rejections", "turned down", "declined", "refused", "denied", "withdrawn", "reject", "said no"]),
                ("waiting", ["waiting", "pending", "open", "not decided", "undecided", "still to be decided"]),
                ("done", ["done", "executed", "carried out", "went through", "written"]),
                ("failed", ["failed", "not done", "went wrong", "did not work"]),
                ("lapsed", ["lapsed", "expired", "ran out", "timed out"])),
            Choice("action", "The kind of action; all when left out.", [.. ActionNames.All.Select(a => (a.Key, a.Words))]),
            Name("customer", SlotKind.Customer, "A customer that the proposal names."),
            Name("product", SlotKind.Product, "A product that the proposal names."),
            Name("order", SlotKind.SalesOrder, "A sales order's number."),
            Name("purchase", SlotKind.PurchaseOrder, "A purchase order's number."),
            Name("person", SlotKind.Person, "Somebody who asked for it or decided it."),
            Choice("scope", "mine for what the caller proposed or decided; all that may be seen otherwise.", ("mine", ["my", "mine", "i", "me"]), ("all", ["all", "everyone", "everybody", "anyone"])),
            Day("from", SlotKind.PeriodStart, "First day on which it was proposed or decided; 30 days ago when left out and nothing is named."),
            Day("to", SlotKind.PeriodEnd, "Last day; today when left out."),
            new ToolParameter { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many to list; 10 when left out, 50 at most." },
        ],

        // Who sees what is decided for each proposal; there is no kind of data that all of them are.
        Touches = [DataClass.Knowledge],
        MaxRoundTrips = 0,
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(permit);
        permit.MustCover(call, context.Caller);
        cancellationToken.ThrowIfCancellationRequested();
        var (query, fault) = ProposalQuery.Read(Definition, call.Arguments);
        if (query is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Failed, Found = false, Reason = fault };
        }

        var window = ProposalWindow.Of(query, context.Today);
        if (window.From > window.To)
        {
            return Nothing($"The period ends ({ProposalText.Day(window.To)}) before it begins ({ProposalText.Day(window.From!.Value)}).");
        }

        var kept = await store.ListAsync(context.Caller.Tenant, null, cancellationToken);
        var found = new ProposalFilter(context, query, window).Of(kept.Where(p => view.MaySee(p, context.Caller)));
        return found.Count == 0
            ? Nothing($"No proposal that you may see {window.Words(query)}.")
            : new ProposalWriter(context, query, window, approvers, options.PublicAddress).Write(found, kept.Count >= ProposalStore.MostRead);
    }

    private static ToolResult Nothing(string reason) => new() { Outcome = ToolOutcome.Ok, Found = false, Reason = reason };

    private static ToolParameter Name(string name, SlotKind slot, string description) => new() { Name = name, Type = ParameterType.Text, Slot = slot, Description = description };

    private static ToolParameter Day(string name, SlotKind slot, string description) => new() { Name = name, Type = ParameterType.Date, Slot = slot, Description = description };

    private static ToolParameter Choice(string name, string description, params (string Value, string[] Words)[] choices)
        => new() { Name = name, Type = ParameterType.Text, Slot = SlotKind.Choice, Description = description, Choices = choices.ToDictionary(c => c.Value, c => (IReadOnlyList<string>)c.Words) };
}
