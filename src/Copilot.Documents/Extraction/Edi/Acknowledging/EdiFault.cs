namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>A fault in one segment of a message.</summary>
/// <param name="Tag">The segment's tag.</param>
/// <param name="Place">Its place in the message, the head being 1; for a segment that is missing, where it was expected.</param>
/// <param name="Code">The standard's code of the fault: X12 element 720, EDIFACT element 0085.</param>
/// <param name="Text">The same for people.</param>
internal sealed record EdiFault(string Tag, int Place, string Code, string Text)
{
    /// <summary>Which element of the segment is wrong, from 1; null when it is the segment.</summary>
    public int? Element { get; init; }

    /// <summary>Which component of that element, from 1; null when it is the element.</summary>
    public int? Component { get; init; }

    /// <summary>X12's number of the data element, where it is known.</summary>
    public string? Reference { get; init; }

    /// <summary>The code of the element's fault: X12 element 723, EDIFACT element 0085.</summary>
    public string? ElementCode { get; init; }
}
