namespace Copilot.Evals.Truth;

/// <summary>Computes one value from the company's data.</summary>
/// <param name="arguments">What stands between the brackets.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal delegate Task<TruthValue> TruthProvider(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
