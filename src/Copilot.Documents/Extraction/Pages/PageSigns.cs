using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>What a page, looked at by itself, says about the document it belongs to.</summary>
internal sealed partial record PageSigns
{
    private const double Titled = 0.85;
    private const double Numbered = 0.8;
    private const float Margin = 0.14f;

    /// <summary>Gets what its title says it is; other without one.</summary>
    public required BusinessDocumentType Type { get; init; }

    /// <summary>Gets the document's number; null when no label names it.</summary>
    public string? Number { get; init; }

    /// <summary>Gets which page of its document it says it is; null when it does not.</summary>
    public int? Page { get; init; }

    /// <summary>Gets a value indicating whether an amount is carried onto it or on to the next page.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Gets a value indicating whether the document's total stands on it.</summary>
    public bool HasTotal { get; init; }

    /// <summary>Gets a value indicating whether its words were recognised, so that letters may be wrong.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>Looks at a page.</summary>
    public static PageSigns Of(PlacedPage page)
    {
        var text = new PageText([page]);
        var read = PageDocument.Read([page], "text");
        var number = read.Field("number");
        return new PageSigns
        {
            Type = read.TypeConfidence >= Titled ? read.Type : BusinessDocumentType.Other,
            Number = number is { Value: string said } && number.Confidence >= (page.Recognised ? Numbered - 0.3 : Numbered) ? said : null,
            Page = PageOf(text),
            IsCarried = text.Labels.Any(l => l.Is(Meaning.Carried)),
            HasTotal = read.Amount("totalAmount") is not null || read.Amount("payableAmount") is not null,
            IsRecognised = page.Recognised,
        };
    }

    /// <summary>Finds "Page 2 of 3" anywhere, and "2/3" by itself at the upper or lower edge.</summary>
    private static int? PageOf(PageText text)
    {
        foreach (var row in text.Rows)
        {
            foreach (var cell in row.Cells)
            {
                var isEdge = row.Y1 < Margin * row.PageHeight || row.Y0 > (1 - Margin) * row.PageHeight;
                if (Named().Match(cell.Text) is { Success: true } named)
                {
                    return Number(named);
                }

                if (isEdge && Bare().Match(cell.Text) is { Success: true } bare && Number(bare) <= int.Parse(bare.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
                {
                    return Number(bare);
                }
            }
        }

        return null;

        static int Number(Match found) => int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?:^|[\s|·•–-])(?:page|seite|pagina|página|pág\.?|pag\.|blatt|blad|sheet|foglio|hoja)\s*(?:no\.?|nr\.?|n°)?\s*[:.]?\s*(\d{1,3})(?!\d|[.,]\d)(?:\s*(?:/|of|von|de|di|van|sur)\s*\d{1,3})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[\s–-]*(\d{1,2})\s?/\s?(\d{1,2})[\s–-]*$")]
    private static partial Regex Bare();
}
