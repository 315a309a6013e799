namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>The answer to an interchange that was received: X12 997 with TA1 or TA1 alone, or EDIFACT CONTRL.</summary>
/// <param name="FileName">How a file of it is called.</param>
/// <param name="Content">Its bytes, in the character set of what was received.</param>
/// <param name="IsAccepted">Whether everything in the interchange is accepted.</param>
/// <param name="Faults">What is wrong, in words; an accepted one may have slips in its envelope that keep nothing from being read.</param>
public sealed record Acknowledgement(string FileName, byte[] Content, bool IsAccepted, IReadOnlyList<string> Faults);
