using System.Text.RegularExpressions;

namespace Copilot.Documents.Layout;

/// <summary>Knows the marks before list items, clauses and headings: "•", "(a)", "7.2", "§ 5", "Article 3".</summary>
internal static partial class Marks
{
    /// <summary>Says whether words are nothing but a mark.</summary>
    public static bool IsMarkAlone(IReadOnlyList<PlacedWord> words)
        => words.Count == 1 ? words[0].Text.Length <= 12 && (Bullet().IsMatch(words[0].Text + " ") || Item().IsMatch(words[0].Text + " ") || Clause().IsMatch(words[0].Text + " "))
            : words.Count == 2 && words[0].Text == "§" && char.IsDigit(words[1].Text[0]);

    /// <summary>Says whether a line opens an item of a list: a bullet, "a)", "(iv)", "3.".</summary>
    public static bool OpensItem(string line) => Bullet().IsMatch(line) || Item().IsMatch(line);

    /// <summary>Says whether a line opens with a bullet.</summary>
    public static bool OpensBullet(string line) => Bullet().IsMatch(line);

    /// <summary>Says whether a line opens with a number of a clause or section, and how deep it is.</summary>
    /// <returns>1 for "3." and "§ 3", 2 for "3.1"; 0 when it does not.</returns>
    public static int ClauseDepth(string line)
    {
        if (Clause().Match(line) is { Success: true } clause)
        {
            return clause.Groups["n"].Value.Trim('.').Count(c => c == '.') + 1;
        }

        return Section().IsMatch(line) || Single().IsMatch(line) ? 1 : 0;
    }

    /// <summary>Says whether a line names a part: "Article 5", "Annex B", "§ 7".</summary>
    public static bool NamesPart(string line) => Section().IsMatch(line);

    /// <summary>Says whether a line is an entry of a table of contents.</summary>
    public static bool IsContentsEntry(string line)
    {
        var title = line.AsSpan().TrimEnd("0123456789ivxlc").TrimEnd();
        if (title.Length == line.Length || line[^1] is ' ')
        {
            return false;
        }

        var dots = title.Length - title.TrimEnd(". ").Length;
        return title.EndsWith("…") ? title.Length > 2 : dots >= 4 && dots < title.Length;
    }

    /// <summary>Says whether a line holds nothing but a page's number.</summary>
    public static bool IsPageNumber(string line) => PageNumber().IsMatch(line);

    [GeneratedRegex(@"^[•‣▪●○◦■□❖➢➤►✓✔→·∙\-–—*]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(\(([a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[A-Z])\)|([a-zA-Z]|[ivx]{1,5}|\d{1,2})\)|([a-z]|[ivx]{1,5}|\d{1,2})\.)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(§\s*)?(?<n>\d{1,3}(\.\d{1,3}){1,5})\.?\s", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"^((article|section|clause|chapter|part|annex|appendix|schedule|exhibit|artikel|abschnitt|kapitel|anlage|anhang|teil|chapitre|annexe|titre|artículo|sección|capítulo|anexo|articolo|sezione|capitolo|allegato|hoofdstuk|bijlage)\s+(\d{1,3}(\.\d{1,3})*|[IVX]{1,5}|[A-Z])\b|§§?\s*\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[\s\-–—|]*((page|seite|pagina|página|pág\.?|blatt|blad|sheet|p\.|s\.)\s*)?:?\s*(\d{1,5}|[ivxlc]{1,6})(\s*(/|of|von|de|di|van|sur|out of)\s*\d{1,5})?[\s\-–—|.]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
