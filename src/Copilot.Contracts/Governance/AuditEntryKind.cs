namespace Copilot.Contracts;

/// <summary>What an audit entry records.</summary>
public enum AuditEntryKind
{
    /// <summary>A question was accepted: question, caller, channel, focus.</summary>
    TurnStarted,

    /// <summary>A turn ended: plan, permits, tool calls with arguments and results, evidence, answer, outcome.</summary>
    TurnFinished,

    /// <summary>A turn found unfinished at start: the process that ran it died.</summary>
    TurnInterrupted,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A source was opened.</summary>
    SourceOpened,

    /// <summary>Somebody rated a turn.</summary>
    Feedback,

    /// <summary>A proposal changed state.</summary>
    ProposalChanged,

    /// <summary>Knowledge was ingested or removed.</summary>
    KnowledgeChanged,

    /// <summary>A conversation was deleted by its owner; the trail stays.</summary>
    ConversationDeleted,

    /// <summary>An operator looked at documents through the console, without regard to their readers.</summary>
    KnowledgeViewed,

    /// <summary>A part of an answer was shown while the rest was still being written: the text, and what it stands on.</summary>
    AnswerReleased,
}
