namespace Copilot.Evals.Cases;

/// <summary>What one answer must be.</summary>
internal sealed record Expectation
{
    /// <summary>Gets the outcomes that are right, separated by <c>|</c>: <c>answered</c>, <c>abstained|refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets what the answer or its cards must hold: a call of a fact provider, or words of which one variant must occur (<c>30 days | one month</c>).</summary>
    public List<string> Facts { get; init; } = [];

    /// <summary>Gets what must be cited: <c>doc:sop-returns</c>, <c>model:sale.order</c>, or a record's number; variants separated by <c>|</c>.</summary>
    public List<string> Sources { get; init; } = [];

    /// <summary>Gets what must not occur: words, or <c>/a regular expression/</c>.</summary>
    public List<string> MustNot { get; init; } = [];

    /// <summary>Gets the tools that must have been called; variants separated by <c>|</c>.</summary>
    public List<string> Tools { get; init; } = [];
}
