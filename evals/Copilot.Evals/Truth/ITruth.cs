namespace Copilot.Evals.Truth;

/// <summary>Answers what is true in the company right now.</summary>
internal interface ITruth
{
    /// <summary>Works out an expression: a provider's call, or plain words.</summary>
    Task<TruthValue> OfAsync(string expression, CancellationToken cancellationToken);
}
