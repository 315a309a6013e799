namespace Copilot.Contracts;

/// <summary>What a tool gives back.</summary>
public sealed record ToolResult
{
    /// <summary>Gets how the call ended.</summary>
    public required ToolOutcome Outcome { get; init; }

    /// <summary>Gets sentences for people, most important first, each standing on evidence of this result.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Gets the evidence.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Gets cards; their sources are ids of the evidence.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Gets what a writing tool has prepared; nothing is written yet.</summary>
    public ActionDraft? Action { get; init; }

    /// <summary>Gets what is recommended to be done, ready to be proposed: asked for in these words in the same conversation, it is proposed as it stands here.</summary>
    public IReadOnlyList<NextStep> Next { get; init; } = [];

    /// <summary>Gets the reason for people when the outcome is not <see cref="ToolOutcome.Ok"/>; it holds no data the caller may not see.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets a short question back when the arguments fit several things ("Which one do you mean: …?").</summary>
    public string? QuestionBack { get; init; }

    /// <summary>Gets a value indicating whether the call found what it was asked for; false makes a turn that has nothing else abstain.</summary>
    public bool Found { get; init; } = true;

    /// <summary>Gets what was left out because the caller's role does not see it, in a sentence for people; null when nothing was. It is among the findings too, which a model need not repeat.</summary>
    public string? Withheld { get; init; }

    /// <summary>Gets how many things there are in all, when the list was cut.</summary>
    public ListCut? Cut { get; init; }
}
