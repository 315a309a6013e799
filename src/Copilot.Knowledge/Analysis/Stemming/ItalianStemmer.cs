namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// Italian after the Snowball project's algorithm. Beyond it: "-ita" counts as "-ità" and both go wherever verb endings go, so that
/// "qualita" meets "qualità"; and short words ("anno", "anni") lose their last vowel.
/// </summary>
internal sealed class ItalianStemmer() : SnowballStemmer("aeiouàèìòù")
{
    private static readonly SuffixTable Pronouns = new(
        """
        ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene
        cela cele celi celo cene vela vele veli velo vene
        """);

    private static readonly SuffixTable BeforePronoun = new("ando endo", "ar er ir");

    private static readonly SuffixTable Standard = new(
        """
        anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente
        atrice atrici ante anti
        """,
        "azione azioni atore atori",
        "logia logie",
        "uzione uzioni usione usioni",
        "enza enze",
        "amento amenti imento imenti",
        "amente",
        "ità ita",
        "ivo ivi iva ive");

    private static readonly SuffixTable BeforeAmente = new("iv", "os ic abil");
    private static readonly SuffixTable BeforeIta = new("abil ic iv");

    private static readonly SuffixTable Verbs = new(
        """
        ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai
        eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo Yamo iamo
        immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco iscono
        issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir ità
        """);

    /// <inheritdoc/>
    protected override void Reduce(ref StemWord word)
    {
        var whole = word.Length;
        MarkConsonants(ref word);
        word.RV = word.Text.StartsWith("divan") ? 5 : SpanishStemmer.StartOfVerbEndings(ref word);
        word.MarkRegions();
        DropPronoun(ref word);
        if (!DropStandard(ref word))
        {
            word.Cut(Verbs.Longest(word.Text, word.RV).Length);
        }

        DropVowel(ref word);
        if (word.Length == whole && whole >= 4 && word.Text[^1] is 'a' or 'e' or 'i' or 'o')
        {
            word.Cut(1);
        }
    }

    private static void MarkConsonants(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var plain = "áéíóú".IndexOf(word.Text[i], StringComparison.Ordinal);
            word.Text[i] = plain >= 0 ? "àèìòù"[plain] : word.Text[i];
            if (word.Has(i, 'u') && word.Has(i - 1, 'q'))
            {
                word.Text[i] = 'U';
            }
        }

        for (var i = 0; i + 2 < word.Length; i++)
        {
            if (word.IsVowel(i) && word.IsVowel(i + 2) && word.Text[i + 1] is 'u' or 'i')
            {
                word.Text[i + 1] = char.ToUpperInvariant(word.Text[i + 1]);
                i += 2;
            }
        }
    }

    private static void DropPronoun(ref StemWord word)
    {
        var (letters, action) = Pronouns.Longest(word.Text);
        if (action < 0)
        {
            return;
        }

        var (before, kind) = BeforePronoun.Longest(word.Text[..^letters]);
        if (kind >= 0 && word.In(word.RV, letters + before))
        {
            word.Put(letters, kind == 0 ? string.Empty : "e");
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
            case 5:
                return word.CutIn(word.RV, letters);
            case 6 when word.CutIn(word.R1, letters):
                var (before, kind) = BeforeAmente.Longest(word.Text);
                if (kind >= 0 && word.CutIn(word.R2, before) && kind == 0)
                {
                    word.CutIn(word.R2, "at");
                }

                return true;
            case 7 when word.CutIn(word.R2, letters):
                word.CutIn(word.R2, BeforeIta.Longest(word.Text).Length);
                return true;
            case 8 when word.CutIn(word.R2, letters):
                if (word.CutIn(word.R2, "at"))
                {
                    word.CutIn(word.R2, "ic");
                }

                return true;
            default:
                return false;
        }
    }

    private static void DropVowel(ref StemWord word)
    {
        if (word.Length > 0 && "aeioàèìò".Contains(word.Text[^1], StringComparison.Ordinal) && word.CutIn(word.RV, 1))
        {
            word.CutIn(word.RV, "i");
        }

        if (word.Ends("h") && word.Before(1) is 'c' or 'g' && word.In(word.RV, 2))
        {
            word.Cut(1);
        }
    }
}
