namespace Copilot.Documents.Extraction.Edi;

/// <summary>One message of an EDI file, from its head to its end.</summary>
/// <param name="Kind">The kind: <c>850</c>, <c>ORDERS</c>; empty when it is not said.</param>
/// <param name="Version">The version: <c>004010</c>, <c>D.96A</c>; empty when it is not said.</param>
/// <param name="Segments">Its segments with head and end.</param>
/// <param name="Doubts">What does not fit in the envelope.</param>
internal sealed record EdiMessage(string Kind, string Version, IReadOnlyList<EdiSegment> Segments, IReadOnlyList<string> Doubts);
