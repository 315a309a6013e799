namespace Copilot.Documents.Readers.Office;

/// <summary>A relation from a part of an office file to another.</summary>
/// <param name="Type">The last word of its type: <c>image</c>, <c>comments</c>, <c>notesSlide</c>.</param>
/// <param name="Target">The path of the part in the package; for an external one the address as written, which nobody opens.</param>
/// <param name="External">Whether it leads out of the file.</param>
internal sealed record OfficeRelation(string Type, string Target, bool External);
