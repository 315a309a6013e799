using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>Knows lines that are no goods: freight, packaging, surcharges, deposits.</summary>
internal static class ChargeWords
{
    private static readonly string[] Beginnings =
    [
        "freight", "shipping", "carriage", "postage", "delivery charge", "delivery cost", "transport", "handling", "surcharge", "packaging cost", "packing charge", "insurance", "toll", "fuel", "minimum order", "small order", "customs", "pallet exchange", "deposit",
        "fracht", "versand", "porto", "lieferkosten", "verpackungskosten", "zuschlag", "mindermengen", "maut", "energiekosten", "dieselzuschlag", "pfand", "versicherung", "frachtkosten", "versandkosten", "transportkosten",
        "frais", "port", "livraison", "emballage", "supplement", "consigne", "assurance", "participation",
        "portes", "envio", "gastos", "flete", "recargo", "embalaje",
        "verzend", "vracht", "toeslag", "verpakkingskosten", "emballage", "bezorgkosten", "orderkosten",
        "spese", "spedizione", "trasporto", "imballo", "supplemento", "contributo",
    ];

    // "Port" and "transport" begin words of goods too; what has an article's number is goods.
    private const int MostWords = 7;

    /// <summary>Says whether a line is a fee. A line with a number of ours or a barcode never is.</summary>
    public static bool Is(ExtractedLine line)
    {
        if (line.Gtin is not null || line.BuyerSku is not null || line.Description is not { } description)
        {
            return false;
        }

        var words = Folding.Tokens(description);
        var text = string.Join(' ', words);
        return words.Count <= MostWords && Beginnings.Any(b => text.StartsWith(b, StringComparison.Ordinal) || text.Contains(" " + b, StringComparison.Ordinal) || (b.Length > 5 && words.Any(w => w.EndsWith(b, StringComparison.Ordinal))));
    }
}
