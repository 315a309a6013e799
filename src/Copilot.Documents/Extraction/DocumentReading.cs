using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction;

/// <summary>A document that was read, with what stands on its pages.</summary>
/// <param name="Document">What stands in it.</param>
/// <param name="Pages">Its pages with their words; none for formats without pages.</param>
internal sealed record DocumentReading(ExtractedDocument Document, IReadOnlyList<PlacedPage> Pages)
{
    /// <summary>Gets the documents of the file, each by itself.</summary>
    public IReadOnlyList<ExtractedDocument> Each { get; init; } = [Document with { MoreDocuments = null }, .. Document.MoreDocuments ?? []];
}
