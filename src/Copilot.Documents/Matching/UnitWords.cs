using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>Knows units by the words and codes of documents: UN/ECE Recommendation 20 and 21, and what people write in six languages.</summary>
internal static partial class UnitWords
{
    private const decimal MostHeld = 100_000;

    private static readonly Dictionary<string, string> Kinds = Read("""
        piece=c62 h87 ea each pc pcs pce piece pieces unit units u un uni ud uds st stk stck stuck stueck pz pezzo pezzi piece pieces piezas pieza nr no number stuks stuk nar nmb
        pair=pr pair pairs paar paire paires par pares paio paia
        set=set sets kit kits satz garnitur jeu juego juegos
        box=bx box boxes ct ctn carton cartons karton kartons ktn cja caja cajas scatola scatole cartone cartoni doos dozen_box xbx xct case cases cs
        pack=pk pack packs pkg package packages paket pack pkt packung packungen vpe paquet paquets paquete paquetes confezione conf pak pakken xpk bag bags beutel sac sacs bolsa
        dozen=dz dzn dozen dozens dutzend douzaine docena dozzina dozijn
        hundred=cen hundred hundreds hundert c100
        thousand=mil thousand thousands tausend tsd mille
        pallet=pal pallet pallets palette paletten xpx pf
        roll=ro rl roll rolls rolle rollen rouleau rouleaux rollo rollos rotolo rotoli rol
        kg=kgm kg kgs kilo kilogram kilogramm
        g=grm g gr gram gramm
        t=tne t tonne tonnes to
        m=mtr m mt meter metre metres meters metro metri metros lm lfm
        cm=cmt cm
        mm=mmt mm
        m2=mtk m2 qm sqm
        l=ltr l lt liter litre litres litro litri
        ml=mlt ml
        """);

    private static readonly Dictionary<string, (string Dimension, decimal Size)> Sizes = new(StringComparer.Ordinal)
    {
        ["piece"] = ("count", 1), ["pair"] = ("pair", 1), ["dozen"] = ("count", 12), ["hundred"] = ("count", 100), ["thousand"] = ("count", 1000),
        ["kg"] = ("mass", 1000), ["g"] = ("mass", 1), ["t"] = ("mass", 1_000_000),
        ["m"] = ("length", 1000), ["cm"] = ("length", 10), ["mm"] = ("length", 1),
        ["l"] = ("volume", 1000), ["ml"] = ("volume", 1),
    };

    /// <summary>The kind of a unit; its own folded words where it is not known, empty where there is none.</summary>
    public static string KindOf(string? unit)
    {
        var folded = string.Concat(Folding.Tokens(unit ?? string.Empty));
        return Kinds.GetValueOrDefault(folded, folded);
    }

    /// <summary>Whether a kind of unit holds others, and does not say how many.</summary>
    public static bool IsPack(string kind) => kind is "box" or "pack" or "pallet" or "set";

    /// <summary>The kinds that words of a packaging's name are: "Carton of 12" is a box.</summary>
    public static IEnumerable<string> KindsIn(string name) => Folding.Tokens(name).Select(word => Kinds.GetValueOrDefault(word)).OfType<string>().Append(KindOf(name));

    /// <summary>How many of the second unit one of the first holds, by what units are; null where that isn't fixed.</summary>
    public static decimal? Holds(string first, string second)
        => first == second && first.Length > 0 ? 1
            : Sizes.TryGetValue(first, out var a) && Sizes.TryGetValue(second, out var b) && a.Dimension == b.Dimension ? a.Size / b.Size
            : null;

    /// <summary>How many pieces a pack holds by its description: "VPE 100", "box of 50", "100er Pack"; null when it doesn't say.</summary>
    public static decimal? PackOf(string? description)
        => description is not null && Pack().Match(description) is { Success: true } match && decimal.TryParse(match.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var held) && held is > 1 and <= MostHeld
            ? held : null;

    private static Dictionary<string, string> Read(string table)
        => table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('=', 2))
            .SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, Kind: row[0]))).DistinctBy(p => p.word).ToDictionary(p => p.word, p => p.Kind, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:VPE|PU|pack(?:age)? of|box of|case of|carton of|bag of|set of|Packung zu|Karton zu|Karton à|boîte de|paquet de|carton de|caja de|paquete de|scatola da|confezione da|doos van|pak van|à)\s*:?\s*(\d{1,6})\b|\b(\d{1,6})\s*(?:er[- ](?:Pack|Packung|Karton)|(?:pcs|pc|St|Stk|Stück|units|pièces|piezas|pezzi|stuks)\s*(?:/|per|je|par|por|per)\s*(?:box|pack|carton|Karton|VPE|boîte|caja|scatola|doos))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pack();
}
