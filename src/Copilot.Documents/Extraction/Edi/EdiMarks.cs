namespace Copilot.Documents.Extraction.Edi;

/// <summary>The characters that part an EDI file.</summary>
/// <param name="Component">Between components.</param>
/// <param name="Element">Between elements.</param>
/// <param name="Release">Takes the meaning from the character after it; null when there is none.</param>
/// <param name="Terminator">Ends a segment.</param>
internal sealed record EdiMarks(char Component, char Element, char? Release, char Terminator);
