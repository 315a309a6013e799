namespace Copilot.Evals.Documents;

/// <summary>The values that were said to be about equally sure.</summary>
/// <param name="Said">The mean certainty said.</param>
/// <param name="Count">How many.</param>
/// <param name="Right">The share that is right.</param>
public sealed record ReliabilityStep(double Said, int Count, double Right);
