namespace Copilot.Conversation.Dates;

/// <summary>What a number in a question counts.</summary>
internal enum AmountKind
{
    /// <summary>Nothing that was said.</summary>
    Plain,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Units of a product.</summary>
    Quantity,

    /// <summary>Results: "top 5".</summary>
    Count,
}
