namespace Copilot.Conversation.Streaming;

/// <summary>How a unit stands after its check.</summary>
internal enum UnitStand
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It stands on the evidence it cites.</summary>
    Grounded,

    /// <summary>It claims nothing and leads to what follows; alone it is nothing.</summary>
    LeadIn,

    /// <summary>It claims nothing and stands alone: a question back, "I found nothing", a greeting.</summary>
    Alone,

    /// <summary>It claims something that its marks do not hold, or that has none.</summary>
    Failed,

    /// <summary>It says something in words that no source is named for; it is left out without being the point of the answer.</summary>
    Chatter,
}
