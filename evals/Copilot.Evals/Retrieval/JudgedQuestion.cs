namespace Copilot.Evals.Retrieval;

/// <summary>A question to the company's documents with what answers it, as a file under <c>evals/retrieval</c> or <c>evals/answers</c> says it.</summary>
internal sealed record JudgedQuestion
{
    /// <summary>Gets its id, unique over all files.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the persona that asks.</summary>
    public required string As { get; init; }

    /// <summary>Gets the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets what answers it: <c>sop-returns#3</c> is section 3 of a document, <c>sop-returns</c> any part of it; nothing when no document answers it.</summary>
    public required List<string> Relevant { get; init; }

    /// <summary>Gets a value indicating whether documents rather than their sections are judged.</summary>
    public bool ByDocument => !Relevant.Exists(r => r.Contains('#', StringComparison.Ordinal));
}
