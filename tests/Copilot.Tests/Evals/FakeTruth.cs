using Copilot.Evals.Truth;

namespace Copilot.Tests.Evals;

/// <summary>True values given by a test; everything else is plain words.</summary>
internal sealed class FakeTruth(Dictionary<string, TruthValue> values) : ITruth
{
    public Task<TruthValue> OfAsync(string expression, CancellationToken cancellationToken)
        => Task.FromResult(values.TryGetValue(expression, out var value) ? value : TruthValue.Words(expression.Split('|', StringSplitOptions.TrimEntries)));
}
