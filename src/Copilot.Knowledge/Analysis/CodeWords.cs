using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Analysis;

/// <summary>
/// Codes and clause numbers in a form that survives the way people write them: "WID-9", "wid 9" and "WID9" are <c>wid9</c>;
/// "§7.2 (b)" is <c>n7</c>, <c>n7x2</c> and <c>n7x2xb</c>. They live in an index column of their own.
/// </summary>
internal static partial class CodeWords
{
    /// <summary>Gets the codes of a text, without repetition.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        foreach (Match match in Clause().Matches(text))
        {
            var number = "n" + match.Groups["n"].Value.Replace('.', 'x');
            Prefixes(number, found);
            foreach (Capture letter in match.Groups["l"].Captures)
            {
                number += "x" + letter.Value.ToLowerInvariant();
                found.Add(number);
            }
        }

        foreach (Match match in Code().Matches(text))
        {
            if (match.Value.Any(char.IsDigit) || match.Value.Where(char.IsLetter).All(char.IsUpper))
            {
                found.Add(Joined(match.Value));
            }
        }

        foreach (Match match in Plain().Matches(text))
        {
            found.Add(match.Value.ToLowerInvariant());
        }

        foreach (Match match in Labelled().Matches(text))
        {
            found.Add($"{match.Groups["w"].Value.ToLowerInvariant()}x{match.Groups["l"].Value.ToLowerInvariant()}");
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Says whether a code only tells one of a few apart ("class A", "zone H", "dock 3"), so that documents may well write it otherwise.</summary>
    public static bool IsLabel(string code) => LabelCode().IsMatch(code);

    /// <summary>Gets the codes of a heading's own number and of the lettered items below it, so that "7.2 (b)" finds item b of clause 7.2.</summary>
    public static IReadOnlyList<string> OfClause(string heading, string body)
    {
        var number = HeadingNumber().Match(heading);
        if (!number.Success)
        {
            return [];
        }

        var found = new List<string>();
        var clause = "n" + number.Groups["n"].Value.Replace('.', 'x');
        Prefixes(clause, found);
        foreach (Match item in LetteredItem().Matches(body))
        {
            found.Add(clause + "x" + item.Groups["l"].Value.ToLowerInvariant());
        }

        return found;
    }

    /// <summary>Gets what a question may mean as a code: its codes, and neighbouring words joined ("wid 9", "glv nit l").</summary>
    public static IReadOnlyList<string> OfQuestion(string question)
    {
        var words = WordSplitter.Split(question).ToList();
        var joined = new List<string>(Of(question));
        for (var i = 0; i < words.Count; i++)
        {
            var code = words[i].Text;
            for (var next = i + 1; next < Math.Min(i + 4, words.Count) && words[next].Start - words[next - 1].End <= 1; next++)
            {
                code += words[next].Text;
                if (words[i].Text.Length <= 5 && code.Any(char.IsLetter) && (code.Any(char.IsDigit) || words[next].Text.Length <= 3))
                {
                    joined.Add(code);
                }
            }
        }

        return [.. joined.Distinct(StringComparer.Ordinal)];
    }

    private static string Joined(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static void Prefixes(string number, List<string> into)
    {
        for (var at = number.IndexOf('x', StringComparison.Ordinal); at > 0; at = number.IndexOf('x', at + 1))
        {
            into.Add(number[..at]);
        }

        into.Add(number);
    }

    [GeneratedRegex(@"(?:(?:§+|\b(?:clause|section|article|paragraph|para|point|ziffer|abschnitt|absatz|artikel|klausel|punkt|paragraphe|alin[eé]a|cl[aá]usula|secci[oó]n|art[ií]culo|apartado|p[aá]rrafo|punto|clausule|paragraaf|clausola|sezione|articolo|paragrafo)\b\.?)\s*(?<n>\d{1,3}(?:\.\d{1,3}){0,4})|\b(?<n>\d{1,3}(?:\.\d{1,3}){1,4}))(?:\s?\((?<l>[a-zA-Z]|[ivx]{1,4}|\d)\))*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b[A-Za-z0-9]{1,12}(?:[-/][A-Za-z0-9]{1,12}){1,5}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:[A-Za-z]{1,5}\d{2,10}|\d{2,10}[A-Za-z]{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\W*(?:§\s*|(?:clause|section|article|ziffer|abschnitt|artikel|klausel|cl[aá]usula|secci[oó]n|art[ií]culo|apartado|clausule|clausola|sezione|articolo)\s+)?(?<n>\d{1,3}(?:\.\d{1,3}){0,4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingNumber();

    [GeneratedRegex(@"^\s*(?:[-*]\s+)?\(?(?<l>[a-z])\)\s", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LetteredItem();

    [GeneratedRegex(@"\b(?<w>[Cc]lass|[Zz]one|[Aa]nnex|[Ll]evel|[Dd]ock|[Gg]rade|[Hh]all|[Aa]ppendix|[Pp]riority)\s+(?<l>[A-Z]|\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:class|zone|annex|level|dock|grade|hall|appendix|priority)x[a-z0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelCode();
}
