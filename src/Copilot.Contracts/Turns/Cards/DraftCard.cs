namespace Copilot.Contracts;

/// <summary>A text for somebody else, to be checked, changed and sent by a person. The copilot sends nothing.</summary>
public sealed record DraftCard : Card
{
    /// <summary>Gets what it is: <c>customer_reply</c>, <c>supplier_follow_up</c> or <c>note</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the subject line, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the text, plain, its paragraphs divided by empty lines.</summary>
    public required string Body { get; init; }
}
