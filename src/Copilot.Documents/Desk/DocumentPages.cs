using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk;

/// <summary>Knows which pages of a file belong to a document.</summary>
internal static class DocumentPages
{
    /// <summary>Gets them.</summary>
    /// <param name="pages">The pages of the file.</param>
    /// <param name="document">The document; null while it is not read.</param>
    /// <returns>Its pages; all of them for a file of one document.</returns>
    public static IReadOnlyList<PlacedPage> Of(IReadOnlyList<PlacedPage> pages, ExtractedDocument? document)
        => document?.FirstPage is { } first ? [.. pages.Where(p => p.Number >= first && p.Number < first + document.Pages)] : pages;
}
