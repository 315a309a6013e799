using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Matching;

/// <summary>How alike names and descriptions are.</summary>
internal static class Likeness
{
    private static readonly HashSet<string> LegalForms =
    [
        "gmbh", "ag", "kg", "ohg", "ug", "co", "ltd", "limited", "llc", "inc", "corp", "plc", "sarl", "sas", "sa", "sl", "srl", "spa", "bv", "nv", "ab", "oy", "ou", "sro", "as", "aps", "the", "and", "und", "et", "e", "y", "s", "r", "o", "l", "p", "a", "b", "v", "n",
    ];

    /// <summary>How alike two companies' names are without their legal forms: 0 to 1.</summary>
    public static double OfNames(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        var (first, second) = (string.Concat(left), string.Concat(right));
        if (first.Length == 0 || second.Length == 0)
        {
            return 0;
        }

        // A letterhead says more than the name, a ledger less: all words of the shorter in the longer is nearly the same.
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        var inside = few.Count > 0 && few.TrueForAll(many.Contains) && string.Concat(few).Length >= 5 ? 0.9 : 0;
        return first == second ? 1 : Math.Max(inside, Pairs(first, second));
    }

    /// <summary>How alike two descriptions of goods are: 0 to 1. Sizes count: M8 is not M10.</summary>
    public static double OfGoods(string a, string b)
    {
        var (left, right) = (Folding.Tokens(a).ToHashSet(), Folding.Tokens(b).ToHashSet());
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }

        var same = left.Count(right.Contains);
        var words = 2.0 * same / (left.Count + right.Count);
        var letters = Pairs(string.Concat(left.Order(StringComparer.Ordinal)), string.Concat(right.Order(StringComparer.Ordinal)));
        var (sizes, others) = (left.Where(HasDigit).ToHashSet(), right.Where(HasDigit).ToHashSet());
        var clash = sizes.Count > 0 && others.Count > 0 && !sizes.Overlaps(others) ? 0.5 : 1;
        return Math.Max(words, (words + letters) / 2) * clash;
    }

    private static bool HasDigit(string word) => word.Any(char.IsAsciiDigit);

    private static List<string> Words(string name) => [.. Folding.Tokens(name).Where(w => !LegalForms.Contains(w))];

    // Dice's coefficient over pairs of letters.
    private static double Pairs(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2)
        {
            return a == b ? 1 : 0;
        }

        var left = new Dictionary<(char, char), int>();
        for (var i = 1; i < a.Length; i++)
        {
            left[(a[i - 1], a[i])] = left.GetValueOrDefault((a[i - 1], a[i])) + 1;
        }

        var both = 0;
        for (var i = 1; i < b.Length; i++)
        {
            if (left.GetValueOrDefault((b[i - 1], b[i])) is > 0 and var n)
            {
                left[(b[i - 1], b[i])] = n - 1;
                both++;
            }
        }

        return 2.0 * both / (a.Length + b.Length - 2);
    }
}
