using System.Buffers;
using System.Collections.Frozen;
using Copilot.Contracts;

namespace Copilot.Governance.Masking.Figures;

/// <summary>By which words a text speaks of prices, costs and margins, in the languages the product meets.</summary>
internal static class MoneyWords
{
    private static readonly FrozenDictionary<MoneyKind, SearchValues<string>> Words = new Dictionary<MoneyKind, SearchValues<string>>
    {
        [MoneyKind.Price] = Of("price", "preis", "prix", "tarif", "precio", "prezzo", "prijs", "cena", "preço"),
        [MoneyKind.Cost] = Of("cost", "kosten", "einkaufspreis", "einstandspreis", "purchase price", "prix d'achat", "prix de revient", "coût", "coste", "costo", "kostprijs", "inkoopprijs", "koszt"),
        [MoneyKind.Margin] = Of("margin", "marge", "margen", "margine", "marża", "markup", "mark-up", "handelsspanne", "profit"),
    }.ToFrozenDictionary();

    /// <summary>The words of a kind.</summary>
    public static SearchValues<string> For(MoneyKind kind) => Words[kind];

    /// <summary>Whether a heading or the name of a value speaks of one of the kinds.</summary>
    public static bool Speaks(IReadOnlySet<MoneyKind> kinds, string name) => kinds.Any(kind => name.AsSpan().ContainsAny(Words[kind]));

    private static SearchValues<string> Of(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
