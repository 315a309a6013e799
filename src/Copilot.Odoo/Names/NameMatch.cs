using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Odoo.Names;

/// <summary>Finds which of some names someone meant: exactly, by beginning, by words, by likeness; the best kind of match wins.</summary>
internal static partial class NameMatch
{
    /// <summary>The share of common letter triples from which two names are taken to be the same word mistyped.</summary>
    private const double Likeness = 0.45;

    /// <summary>The candidates that match best, most alike first; empty when none does.</summary>
    public static IReadOnlyList<T> Best<T>(string wanted, IEnumerable<T> candidates, Func<T, IEnumerable<string?>> names)
    {
        var want = Fold(wanted);
        if (want.Length == 0)
        {
            return [];
        }

        // INV/2026/00017, AMS/OUT/00042: a number that the business system gave, told apart by each of its parts.
        var isPath = wanted.Contains('/', StringComparison.Ordinal) && wanted.Any(char.IsAsciiDigit);
        var ranked = candidates
            .Select(c => (Candidate: c, Score: names(c).Select((n, i) => Score(want, Fold(n ?? string.Empty), isName: i == 0, isPath)).DefaultIfEmpty(0).Max()))
            .Where(r => r.Score > 0)
            .ToList();
        if (ranked.Count == 0)
        {
            return [];
        }

        var best = ranked.Max(r => Math.Floor(r.Score));
        var tier = ranked.Where(r => Math.Floor(r.Score) == best).OrderByDescending(r => r.Score).ToList();
        return best == 0 && tier.Count > 1 && tier[0].Score - tier[1].Score > 0.15 ? [tier[0].Candidate] : [.. tier.Select(r => r.Candidate)];
    }

    /// <summary>How alike two names are: 0 to 1.</summary>
    public static double Alike(string a, string b) => Dice(Fold(a), Fold(b));

    /// <summary>Lower case, no accents, punctuation as single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>4 exact, 3 begins with or is the same number, 2 has all words, 1 has all words as beginnings, 0.x alike with the same numbers, 0 not.</summary>
    private static double Score(string want, string name, bool isName, bool isPath)
    {
        if (name.Length == 0)
        {
            return 0;
        }

        if (name == want || Squeezed(name) == Squeezed(want))
        {
            return 4;
        }

        if (name.StartsWith(want + " ", StringComparison.Ordinal) || (isName && SameNumber(want, name)))
        {
            return 3;
        }

        var words = want.Split(' ');
        var have = name.Split(' ');
        if (words.All(have.Contains))
        {
            return 2;
        }

        // P00035 is no slip for P00034, nor 6204 for 6205, nor A1/OUT/7 for B1/OUT/7: words may be mistyped, numbers name something else.
        if (isPath || !words.All(w => HasNumbersOf(w, have, name)))
        {
            return 0;
        }

        if (words.All(w => w.Length >= 2 && have.Any(h => h.StartsWith(w, StringComparison.Ordinal))))
        {
            return 1;
        }

        // A word of the question may be a typo of one word of the name: each is compared with its most alike.
        var alike = Math.Max(Dice(want, name), words.Average(w => have.Max(h => Dice(w, h))));
        return alike >= Likeness ? Math.Min(alike, 0.99) : 0;
    }

    /// <summary>Document numbers: the same digits but for leading zeros, and the same letters before them or none typed.</summary>
    private static bool SameNumber(string want, string name)
    {
        var (typed, digits) = Parts(want);
        var (prefix, number) = Parts(name);
        return digits.Length > 0 && digits == number && ((typed.Length == 0 && prefix.Length <= 10) || typed == prefix);
    }

    private static (string Prefix, string Digits) Parts(string text)
    {
        var prefix = text.TrimEnd([.. "0123456789"]);
        return (prefix.Trim(), text[prefix.Length..].TrimStart('0'));
    }

    private static IReadOnlyList<string> Numbers(string text) => [.. Digits().Matches(text).Select(m => m.Value.TrimStart('0'))];

    /// <summary>Whether the numbers of a word stand in the name: in one word of it, or with the letters written apart.</summary>
    private static bool HasNumbersOf(string word, string[] have, string name)
        => Numbers(word) is not { Count: > 0 } numbers || have.Any(h => Numbers(h).SequenceEqual(numbers)) || HoldsWhole(Squeezed(name), word);

    /// <summary>Whether a text holds a word whose numbers do not go on beyond it.</summary>
    private static bool HoldsWhole(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (!(char.IsAsciiDigit(word[0]) && at > 0 && char.IsAsciiDigit(text[at - 1])) && !(char.IsAsciiDigit(word[^1]) && end < text.Length && char.IsAsciiDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static string Squeezed(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private static double Dice(string a, string b)
    {
        var left = Triples(a);
        var right = Triples(b);
        return 2.0 * left.Intersect(right).Count() / (left.Count + right.Count);
    }

    private static HashSet<string> Triples(string text)
    {
        var padded = $"  {text} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3))];
    }
}
