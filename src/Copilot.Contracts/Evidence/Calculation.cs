namespace Copilot.Contracts;

/// <summary>Arithmetic that is itself evidence; the citation check computes it again.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Inputs">Its inputs, in order.</param>
/// <param name="Result">Its result.</param>
/// <param name="Formula">The calculation in words, with the source of a formula that is not plain arithmetic.</param>
public sealed record Calculation(CalculationOperation Operation, IReadOnlyList<Fact> Inputs, Fact Result, string Formula);
