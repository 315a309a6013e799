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

    /// <summary>The end of the chain was found changed from outside of the service; says what was found. The chain goes on after it and is never whole again.</summary>
    ChainBroken,

    /// <summary>Somebody said where an exception stands: seen, being dealt with, resolved, dismissed with a reason.</summary>
    ExceptionSettled,

    /// <summary>Somebody linked an account of the business system, tried to, or removed it: the login, never the secret.</summary>
    AccountLinkChanged,

    /// <summary>A business document arrived on the reading desk, was read, corrected, confirmed, rejected or removed, its file was opened, or a lesson of it was forgotten.</summary>
    BusinessDocument,
}
