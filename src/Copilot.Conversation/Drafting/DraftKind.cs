namespace Copilot.Conversation.Drafting;

/// <summary>For whom a draft is.</summary>
internal enum DraftKind
{
    /// <summary>A reply to a customer.</summary>
    CustomerReply,

    /// <summary>A message to a supplier about what is open.</summary>
    SupplierFollowUp,

    /// <summary>A note for colleagues.</summary>
    Note,
}
