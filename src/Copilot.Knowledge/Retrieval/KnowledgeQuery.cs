using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>A question to the documents.</summary>
public sealed record KnowledgeQuery
{
    /// <summary>Gets the question. Untrusted.</summary>
    public required string Text { get; init; }

    /// <summary>Gets who asks: roles and companies are filters that hold before ranking.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Gets the collection, or null for all.</summary>
    public string? Collection { get; init; }

    /// <summary>Gets the day whose documents hold, or null for the day that the question names, if it has passed, or else today in the caller's time zone.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Gets the customers, suppliers and products the question is about, by their names.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Gets the only documents wanted, or null for all that the other filters admit.</summary>
    internal IReadOnlyList<DocumentKey>? Only { get; init; }

    /// <summary>Gets a value indicating whether the caller's own uploads are left out: what a person brought along is no rule of the company.</summary>
    internal bool WithoutUploads { get; init; }

    /// <summary>Gets how many passages are wanted at most, 1 to 1,000.</summary>
    public int Top { get; init; } = 10;
}
