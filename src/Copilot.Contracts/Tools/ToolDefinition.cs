namespace Copilot.Contracts;

/// <summary>What a tool is, for planners, policies and people.</summary>
public sealed record ToolDefinition
{
    /// <summary>Gets the name, <c>room.verb_or_noun</c>: <c>odoo.orders_at_risk</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets one or two sentences for planners: what it answers and what it does not.</summary>
    public required string Description { get; init; }

    /// <summary>Gets what a person can ask with it, as the end of "I can tell you …": "which orders may miss their promised date".</summary>
    public required string Ability { get; init; }

    /// <summary>Gets what is shown while it runs: "looking at open orders and receipts…".</summary>
    public required string Status { get; init; }

    /// <summary>Gets the parameters.</summary>
    public required IReadOnlyList<ToolParameter> Parameters { get; init; }

    /// <summary>Gets the kinds of data it reads or writes; the policy says which roles may.</summary>
    public required IReadOnlyList<DataClass> Touches { get; init; }

    /// <summary>
    /// Gets the kinds of data that it reads besides, only for those who may see them: the tool asks <see cref="IDataGrants"/> itself. Roles without them keep the rest of the tool; models are sent
    /// its results only where they may read these kinds too.
    /// </summary>
    public IReadOnlyList<DataClass> MayTouch { get; init; } = [];

    /// <summary>
    /// Gets a value indicating whether it is always about one record that one of its parameters names, whichever: where none is named, what was spoken of last is meant, as with a parameter that is required.
    /// </summary>
    public bool IsAboutOne { get; init; }

    /// <summary>Gets a value indicating whether it changes anything outside this service.</summary>
    public bool Writes { get; init; }

    /// <summary>Gets a value indicating whether it reads the files attached to the question, whatever its words look like.</summary>
    public bool ReadsAttachments { get; init; }

    /// <summary>Gets the bound on outside round trips of one call, independent of the number of rows; 0 for none.</summary>
    public required int MaxRoundTrips { get; init; }
}
