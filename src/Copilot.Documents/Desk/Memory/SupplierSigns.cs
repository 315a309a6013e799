using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Desk.Memory;

/// <summary>By what a supplier is recognised on its documents, the surest first: tax number, bank account, web address, name.</summary>
internal static partial class SupplierSigns
{
    private const int ShortestName = 4;
    private const int MostSites = 6;

    // Addresses that many senders share say nothing of one.
    private static readonly string[] Shared = ["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "aol.com", "icloud.com", "orange.fr", "free.fr", "wanadoo.fr", "libero.it", "telefonica.net"];

    /// <summary>Gets the signs on a document.</summary>
    /// <param name="document">What was read, or confirmed.</param>
    /// <param name="text">What stands on its pages.</param>
    public static IReadOnlyList<string> Of(ExtractedDocument document, string text)
    {
        var signs = new List<string>();
        if (Text(document, "supplierVat") is { } vat)
        {
            signs.Add("vat:" + Compact(vat));
        }

        if (Text(document, "iban") is { } iban && BankNumber.IsIban(iban))
        {
            signs.Add("iban:" + Compact(iban));
        }

        signs.AddRange(Site().Matches(text).Select(m => m.Groups[1].Value.ToLowerInvariant()).Where(s => !Shared.Contains(s)).Distinct().Take(MostSites).Select(s => "site:" + s));
        if (Text(document, "supplierName") is { } name && Folding.Of(name) is { Length: >= ShortestName } folded)
        {
            signs.Add("name:" + folded);
        }

        return signs;
    }

    private static string? Text(ExtractedDocument document, string name) => document.Fields.GetValueOrDefault(name)?.Value as string;

    private static string Compact(string text) => new([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    [GeneratedRegex(@"(?:www\.|@)((?:[\w-]+\.)+[a-z]{2,10})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Site();
}
