using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>
/// Parts the pages of a file into its documents. A page begins another document when its count of pages begins anew, or when it has a title and a number of its own
/// after the document before it has come to its end. What does not clearly begin another one goes on: a document cut in two is worse than two that a person parts.
/// </summary>
internal static class DocumentParts
{
    /// <summary>Parts them.</summary>
    /// <param name="pages">The pages in order.</param>
    /// <returns>The pages of each document; at least one document.</returns>
    public static IReadOnlyList<IReadOnlyList<PlacedPage>> Of(IReadOnlyList<PlacedPage> pages)
    {
        if (pages.Count < 2)
        {
            return [pages];
        }

        var parts = new List<List<PlacedPage>>();
        var open = new List<PageSigns>();
        foreach (var page in pages)
        {
            var signs = PageSigns.Of(page);
            if (parts.Count == 0 || Begins(open, signs))
            {
                parts.Add([]);
                open.Clear();
            }

            parts[^1].Add(page);
            open.Add(signs);
        }

        return parts;
    }

    private static bool Begins(List<PageSigns> open, PageSigns page)
    {
        if (page.Page > 1)
        {
            return false;
        }

        var number = open.Select(o => o.Number).FirstOrDefault(n => n is not null);
        var type = open.Select(o => o.Type).FirstOrDefault(t => t != BusinessDocumentType.Other);
        var isTitled = page.Type != BusinessDocumentType.Other;
        var isAnother = page.Number is not null && number is not null && !Same(page, number);
        if (page.Page == 1 && open.Exists(o => o.Page is not null))
        {
            return isTitled || isAnother;
        }

        if (open[^1] is { IsCarried: true, HasTotal: false } && page.IsCarried)
        {
            return false;
        }

        var hasEnded = open.Exists(o => o.HasTotal) || !HasTotals(type);
        return isTitled && page.Number is not null && hasEnded && (isAnother || (page.Type != type && number is not null)) && (isAnother || !page.IsRecognised);
    }

    /// <summary>One letter of a scan may be misread; then only a document that is whole by itself is another one.</summary>
    private static bool Same(PageSigns page, string number)
    {
        var (a, b) = (Folding.Of(page.Number!), Folding.Of(number));
        return a == b || (page.IsRecognised && !page.HasTotal && a.Length == b.Length && a.Zip(b).Count(p => p.First != p.Second) == 1);
    }

    private static bool HasTotals(BusinessDocumentType type)
        => type is BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote or BusinessDocumentType.PurchaseOrder or BusinessDocumentType.OrderConfirmation or BusinessDocumentType.Statement;
}
