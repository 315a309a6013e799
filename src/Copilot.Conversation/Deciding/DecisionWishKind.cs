namespace Copilot.Conversation.Deciding;

/// <summary>What somebody wishes about proposals.</summary>
internal enum DecisionWishKind
{
    /// <summary>It shall be done.</summary>
    Approve,

    /// <summary>It shall not.</summary>
    Reject,

    /// <summary>It shall be done otherwise: "approve it, but on Friday".</summary>
    Change,

    /// <summary>Perhaps an approval, perhaps only a nod: "ok".</summary>
    Unclear,

    /// <summary>What waits shall be listed.</summary>
    List,
}
