namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// German after the Snowball project's algorithm, with the umlauts of its variant "german2": "ae", "oe" and "ue" are ä, ö and ü.
/// As both the umlaut and its plain letter are vowels, "Müller", "Mueller" and "Muller" have one stem.
/// </summary>
internal sealed class GermanStemmer() : SnowballStemmer("aeiouyäöü")
{
    private const string EndsBeforeS = "bdfghklmnrt";
    private const string EndsBeforeSt = "bdfghklmnt";

    private static readonly SuffixTable Case = new("em", "ern er erin erinnen", "e en es", "s", "ln lns");
    private static readonly SuffixTable Degree = new("en er est", "st");
    private static readonly SuffixTable Derived = new("end ung", "ig ik isch", "lich heit", "keit");

    /// <inheritdoc/>
    protected override void Reduce(ref StemWord word)
    {
        MarkConsonants(ref word);
        Umlauts(ref word);
        if (word.Length < 3)
        {
            return;
        }

        word.MarkRegions(earliest: 3);
        DropCase(ref word);
        DropDegree(ref word);
        DropDerived(ref word);
    }

    private static void MarkConsonants(ref StemWord word)
    {
        for (var i = 0; i + 2 < word.Length; i++)
        {
            if (word.IsVowel(i) && word.IsVowel(i + 2) && word.Text[i + 1] is 'u' or 'y')
            {
                word.Text[i + 1] = char.ToUpperInvariant(word.Text[i + 1]);
                i += 2;
            }
        }
    }

    private static void Umlauts(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word.Has(i, 'ß'))
            {
                word.Put(i, 1, "ss");
                i++;
            }
            else if (word.Has(i, 'q') && word.Has(i + 1, 'u'))
            {
                i++;
            }
            else if (word.Has(i + 1, 'e') && word.Text[i] is 'a' or 'o' or 'u')
            {
                word.Put(i, 2, word.Text[i] switch { 'a' => "ä", 'o' => "ö", _ => "ü" });
            }
        }
    }

    private static void DropCase(ref StemWord word)
    {
        var (letters, action) = Case.Longest(word.Text);
        if (action < 0 || !word.In(word.R1, letters))
        {
            return;
        }

        switch (action)
        {
            case 0 when word.EndsBefore(letters, "syst"):
                break;
            case 2:
                word.Cut(letters);
                word.Cut(word.Ends("niss") ? 1 : 0);
                break;
            case 3:
                word.Cut(EndsBeforeS.Contains(word.Before(1), StringComparison.Ordinal) ? 1 : 0);
                break;
            case 4:
                word.Put(letters, "l");
                break;
            default:
                word.Cut(letters);
                break;
        }
    }

    private static void DropDegree(ref StemWord word)
    {
        var (letters, action) = Degree.Longest(word.Text);
        if (action >= 0 && word.In(word.R1, letters)
            && (action == 0 || (word.Length >= 6 && EndsBeforeSt.Contains(word.Before(2), StringComparison.Ordinal))))
        {
            word.Cut(letters);
        }
    }

    private static void DropDerived(ref StemWord word)
    {
        var (letters, action) = Derived.Longest(word.Text);
        if (action < 0 || !word.In(word.R2, letters) || (action == 1 && word.Before(letters) == 'e'))
        {
            return;
        }

        word.Cut(letters);
        switch (action)
        {
            case 0 when word.Before(2) != 'e':
                word.CutIn(word.R2, "ig");
                break;
            case 2 when word.CutIn(word.R1, "er") || word.CutIn(word.R1, "en"):
                break;
            case 3 when word.CutIn(word.R2, "lich") || word.CutIn(word.R2, "ig"):
                break;
        }
    }
}
