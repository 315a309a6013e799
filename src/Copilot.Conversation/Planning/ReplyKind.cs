namespace Copilot.Conversation.Planning;

/// <summary>What is said when nothing is looked up.</summary>
internal enum ReplyKind
{
    /// <summary>A greeting or a call for help: says what can be asked.</summary>
    SmallTalk,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>A short question back.</summary>
    QuestionBack,

    /// <summary>Nothing here answers such a question.</summary>
    OutOfScope,

    /// <summary>The planner is not sure enough.</summary>
    Unsure,

    /// <summary>The question wants something changed.</summary>
    Write,

    /// <summary>The question is in a language that is not spoken here yet.</summary>
    Language,

    /// <summary>There is nothing to read in the question.</summary>
    Unreadable,
}
