namespace Copilot.Conversation.Prompts;

/// <summary>Which prompts the program asks for, and with what it fills them. A file that does not fit stops the start.</summary>
internal static class PromptNeeds
{
    /// <summary>Rules of a turn: choose look-ups, then answer from what they give.</summary>
    public const string Turn = "answer/turn";

    /// <summary>Sentences that their sources do not hold go back once.</summary>
    public const string Repair = "answer/repair";

    /// <summary>Earlier turns are written in short.</summary>
    public const string History = "answer/history";

    /// <summary>Arguments of a call that do not fit the tool go back.</summary>
    public const string Arguments = "plan/arguments";

    /// <summary>A reply to a customer.</summary>
    public const string Reply = "draft/reply";

    /// <summary>A message to a supplier about what is open.</summary>
    public const string FollowUp = "draft/follow-up";

    /// <summary>A note for colleagues.</summary>
    public const string Note = "draft/note";

    private static readonly string[] DraftInputs = ["fence", "language", "today", "writer", "about"];

    /// <summary>Gets the inputs that the program gives, by prompt.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Turn] = ["today", "role", "companies", "focus", "attachments", "language", "fence", "limits"],
        [Repair] = ["fence", "sentences"],
        [History] = ["fence", "turns"],
        [Arguments] = ["tool", "fault", "schema"],
        [Reply] = DraftInputs,
        [FollowUp] = DraftInputs,
        [Note] = DraftInputs,
    };
}
