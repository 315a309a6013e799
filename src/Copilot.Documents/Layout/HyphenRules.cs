namespace Copilot.Documents.Layout;

/// <summary>Joins words that were broken at the end of a line.</summary>
internal sealed class HyphenRules
{
    private const int MostCompounds = 20_000;
    private static readonly string[] Linking = ["und", "oder", "bzw", "sowie", "and", "or", "to", "et", "ou", "y", "o", "e", "en", "of", "bis"];
    private readonly HashSet<string> _compounds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes in words, so that compounds written with a hyphen elsewhere keep it.</summary>
    public void See(IEnumerable<PlacedWord> words)
    {
        foreach (var text in words.Select(w => w.Text).Where(t => t.AsSpan().IndexOf('-') is > 0 and var at && at < t.Length - 1))
        {
            if (_compounds.Count < MostCompounds)
            {
                _compounds.Add(text.TrimEnd('.', ',', ';', ':'));
            }
        }
    }

    /// <summary>Says how two words are joined when a line ends between them.</summary>
    /// <returns>How many characters of the first are left out, and what comes between them.</returns>
    public (int Drop, string Between) Join(string first, string second)
    {
        if (first[^1] == '\u00AD')
        {
            return (1, string.Empty);
        }

        if (first.Length < 2 || first[^1] is not ('-' or '\u2010') || !char.IsLetterOrDigit(first[^2]))
        {
            return (0, " ");
        }

        // "Ein- und Ausfuhr" stays apart, "WID-" + "9" and "Odoo-" + "Server" keep their hyphen.
        var word = second.TrimEnd('.', ',', ';', ':', ')');
        if (Linking.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return (0, " ");
        }

        return char.IsLower(second[0]) && char.IsLetter(first[^2]) && !_compounds.Contains(first + word) ? (1, string.Empty) : (0, string.Empty);
    }
}
