namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// Spanish after the Snowball project's algorithm. Beyond it: "-acion", "-ucion" and "-logia" count as "-ación", "-ución" and
/// "-logía"; a last "i" is taken off, so that "garantia" meets "garantía"; and short plurals ("días", "años") lose their "s".
/// </summary>
internal sealed class SpanishStemmer() : SnowballStemmer("aeiouáéíóúü")
{
    private static readonly SuffixTable Pronouns = new("me se sela selo selas selos la le lo las les los nos");
    private static readonly SuffixTable BeforePronoun = new("iéndo ándo ár ér ír", "ando iendo ar er ir", "yendo");

    private static readonly SuffixTable Standard = new(
        """
        anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos
        """,
        "adora ador ación adoras adores aciones ante antes ancia ancias acion",
        "logía logías logia logias",
        "ución uciones ucion",
        "encia encias",
        "amente",
        "mente",
        "idad idades",
        "iva ivo ivas ivos");

    private static readonly SuffixTable BeforeAmente = new("iv", "os ic ad");
    private static readonly SuffixTable BeforeMente = new("ante able ible");
    private static readonly SuffixTable BeforeIdad = new("abil ic iv");
    private static readonly SuffixTable VerbsInY = new("ya ye yan yen yeron yendo yo yó yas yes yais yamos");

    private static readonly SuffixTable Verbs = new(
        "en es éis emos",
        """
        arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré
        irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían
        aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais
        arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos
        """);

    private static readonly SuffixTable Residue = new("os a o á í ó", "e é");

    /// <inheritdoc/>
    protected override void Reduce(ref StemWord word)
    {
        var whole = word.Length;
        word.RV = StartOfVerbEndings(ref word);
        word.MarkRegions();
        DropPronoun(ref word);
        if (!DropStandard(ref word) && !DropVerbInY(ref word))
        {
            DropVerb(ref word);
        }

        DropResidue(ref word);
        if (word.Length > 3 && word.Length > word.RV && word.Text[^1] is 'i' or 'í')
        {
            word.Cut(1);
        }
        else if (word.Length == whole && whole >= 4 && word.Ends("s") && word.IsVowel(whole - 2))
        {
            word.Cut(1);
        }
    }

    /// <summary>RV as in Italian: after the next vowel when the second letter is none, after the next consonant when the first two are vowels, else after the third letter.</summary>
    internal static int StartOfVerbEndings(ref StemWord word)
        => word.IsConsonant(1) ? word.PastVowel(2)
            : word.IsVowel(0) ? word.PastConsonant(2)
            : 3;

    private static void DropPronoun(ref StemWord word)
    {
        var (letters, action) = Pronouns.Longest(word.Text);
        if (action < 0)
        {
            return;
        }

        var (before, kind) = BeforePronoun.Longest(word.Text[..^letters]);
        if (kind < 0 || !word.In(word.RV, letters + before) || (kind == 2 && word.Before(letters + before) != 'u'))
        {
            return;
        }

        word.Cut(letters);
        if (kind == 0)
        {
            var accent = word.Text[^before..].IndexOfAny("áéí");
            var at = word.Length - before + accent;
            word.Text[at] = word.Text[at] switch { 'á' => 'a', 'é' => 'e', _ => 'i' };
        }
    }

    private static bool DropStandard(ref StemWord word)
    {
        var (letters, action) = Standard.Longest(word.Text);
        switch (action)
        {
            case 0:
                return word.CutIn(word.R2, letters);
            case 1 when word.CutIn(word.R2, letters):
                word.CutIn(word.R2, "ic");
                return true;
            case 2:
                return word.PutIn(word.R2, letters, "log");
            case 3:
                return word.PutIn(word.R2, letters, "u");
            case 4:
                return word.PutIn(word.R2, letters, "ente");
            case 5 when word.CutIn(word.R1, letters):
                var (before, kind) = BeforeAmente.Longest(word.Text);
                if (kind >= 0 && word.CutIn(word.R2, before) && kind == 0)
                {
                    word.CutIn(word.R2, "at");
                }

                return true;
            case 6 when word.CutIn(word.R2, letters):
                word.CutIn(word.R2, BeforeMente.Longest(word.Text).Length);
                return true;
            case 7 when word.CutIn(word.R2, letters):
                word.CutIn(word.R2, BeforeIdad.Longest(word.Text).Length);
                return true;
            case 8 when word.CutIn(word.R2, letters):
                word.CutIn(word.R2, "at");
                return true;
            default:
                return false;
        }
    }

    private static bool DropVerbInY(ref StemWord word)
    {
        var (letters, action) = VerbsInY.Longest(word.Text, word.RV);
        return action >= 0 && word.Before(letters) == 'u' && word.CutIn(word.RV, letters);
    }

    private static void DropVerb(ref StemWord word)
    {
        var (letters, action) = Verbs.Longest(word.Text, word.RV);
        word.Cut(action == 0 && word.EndsBefore(letters, "gu") ? letters + 1 : letters);
    }

    private static void DropResidue(ref StemWord word)
    {
        var (letters, action) = Residue.Longest(word.Text);
        if (action >= 0 && word.CutIn(word.RV, letters) && action == 1 && word.Ends("gu"))
        {
            word.CutIn(word.RV, 1);
        }
    }
}
