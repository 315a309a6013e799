using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>A value that may be that of a field.</summary>
/// <param name="Name">The field, or what its label calls it.</param>
/// <param name="Field">The value with its place.</param>
/// <param name="Order">Its place in the document; the first of equals counts.</param>
internal sealed record Candidate(string Name, ExtractedField Field, int Order);
