using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>A sum that a label of the document names.</summary>
/// <param name="Role">The field it may be.</param>
/// <param name="Weight">How well the label names it.</param>
/// <param name="Value">The amount.</param>
/// <param name="Field">The amount with its place.</param>
/// <param name="IsByRate">The label names a rate, so it may be one of several.</param>
internal sealed record FoundTotal(string Role, double Weight, decimal Value, ExtractedField Field, bool IsByRate);
