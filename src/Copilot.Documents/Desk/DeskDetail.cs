namespace Copilot.Documents.Desk;

/// <summary>A document with its history.</summary>
/// <param name="Document">The document.</param>
/// <param name="History">What happened to it, the oldest first.</param>
/// <param name="Pages">The sizes of its pages in points; none for formats without pages.</param>
/// <param name="Next">The document that waits for a person after it, or null.</param>
public sealed record DeskDetail(DeskDocument Document, IReadOnlyList<DeskEvent> History, IReadOnlyList<DeskPage> Pages, string? Next);
