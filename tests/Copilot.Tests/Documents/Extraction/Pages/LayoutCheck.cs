using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>Reads sketched pages as documents and holds them to what stands on them.</summary>
internal static class LayoutCheck
{
    /// <summary>Reads pages as one document.</summary>
    public static ExtractedDocument Read(params IReadOnlyList<PageSketch> pages) => PageDocument.Read([.. pages.Select((p, i) => p.Page(i + 1))], "text").Finish("document.pdf");

    /// <summary>The values of fields; null for those that were not read.</summary>
    public static object?[] Values(this ExtractedDocument found, params IEnumerable<string> names) => [.. names.Select(n => found.Fields.GetValueOrDefault(n)?.Value)];

    /// <summary>A bill's type, number, day, parties and sums.</summary>
    public static void Is(ExtractedDocument found, BusinessDocumentType type, string number, string date, string supplier, string buyer, decimal net, decimal tax, decimal total)
    {
        Assert.Equal(type, found.Type);
        Assert.Equal((object?[])[number, date, supplier, buyer, net, tax, total], found.Values("number", "issueDate", "supplierName", "buyerName", "netAmount", "taxAmount", "totalAmount"));
    }

    /// <summary>The quantities, prices and amounts of its lines.</summary>
    public static void Lines(ExtractedDocument found, params IEnumerable<(decimal Quantity, decimal Price, decimal Amount)> lines)
        => Assert.Equal(lines, found.Lines.Select(l => (l.Quantity ?? 0, l.UnitPrice ?? 0, l.Amount ?? 0)));
}
