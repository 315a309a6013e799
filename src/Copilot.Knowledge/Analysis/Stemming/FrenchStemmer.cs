namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// French after the Snowball project's algorithm. Beyond it: "-ee(s)" and "-iere" are read as "-ée(s)" and "-ière", and "-ite(s)" as
/// "-ité(s)" after the endings that take it ("-bilite", "-alite"), for words typed without accents.
/// </summary>
internal sealed class FrenchStemmer() : SnowballStemmer("aeiouyâàëéêèïîôûù")
{
    private const string KeepsS = "aiouès";

    private static readonly SuffixTable Standard = new(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes",
        "atrice ateur ation atrices ateurs ations",
        "logie logies",
        "usion ution usions utions",
        "ence ences",
        "ement ements",
        "ité ités ite ites",
        "if ive ifs ives",
        "eaux",
        "aux",
        "oux",
        "euse euses",
        "issement issements",
        "amment",
        "emment",
        "ment ments");

    private static readonly SuffixTable BeforeEment = new("iv", "eus", "abl iqU", "ièr Ièr ier Ier");

    private static readonly SuffixTable BeforeIte = new("bil iv al ar os ur");

    private static readonly SuffixTable VerbsInI = new(
        """
        îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait
        issant issante issantes issants isse issent isses issez issiez issions issons it
        """);

    private static readonly SuffixTable Verbs = new(
        "ions",
        "é ée ées és ee ees èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez",
        "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions");

    private static readonly SuffixTable Residue = new("ion", "ier ière Ier Ière iere Iere", "e");

    /// <inheritdoc/>
    protected override void Reduce(ref StemWord word)
    {
        MarkConsonants(ref word);
        word.RV = StartOfVerbEndings(ref word);
        word.MarkRegions();
        if (DropStandard(ref word) || DropVerbInI(ref word) || DropVerb(ref word))
        {
            if (word.Length > 0 && word.Text[^1] is 'Y' or 'ç')
            {
                word.Put(1, word.Text[^1] == 'Y' ? "i" : "c");
            }
        }
        else
        {
            DropResidue(ref word);
        }

        if (word.Ends("enn") || word.Ends("onn") || word.Ends("ett") || word.Ends("ell") || word.Ends("eill"))
        {
            word.Cut(1);
        }

        // "H" before a vowel marks a diaeresis.
        for (var at = word.Text.IndexOf('H'); at >= 0; at = word.Text.IndexOf('H'))
        {
            word.Put(at, 1, string.Empty);
        }
    }

    private static void MarkConsonants(ref StemWord word)
    {
        for (var i = 0; i < word.Length;)
        {
            var next = i + 1 < word.Length ? word.Text[i + 1] : ' ';
            if (word.IsVowel(i) && next is 'u' or 'i' && word.IsVowel(i + 2))
            {
                word.Text[i + 1] = char.ToUpperInvariant(next);
                i += 3;
            }
            else if (word.IsVowel(i) && next == 'y')
            {
                word.Text[i + 1] = 'Y';
                i += 2;
            }
            else if (word.Text[i] is 'ë' or 'ï')
            {
                word.Put(i, 1, word.Text[i] == 'ë' ? "He" : "Hi");
                i += 2;
            }
            else if (word.Has(i, 'y') && word.IsVowel(i + 1))
            {
                word.Text[i] = 'Y';
                i += 2;
            }
            else if (word.Has(i, 'q') && next == 'u')
            {
                word.Text[i + 1] = 'U';
                i += 2;
            }
            else
            {
                i++;
            }
        }
    }

    private static int StartOfVerbEndings(ref StemWord word)
    {
        ReadOnlySpan<char> text = word.Text;
        return text.Length >= 3 && word.IsVowel(0) && word.IsVowel(1) ? 3
            : text.StartsWith("par") || text.StartsWith("col") || text.StartsWith("tap") ? 3
            : text.StartsWith("mauva") ? 5
            : text.StartsWith("ni") && word.IsVowel(2) ? 3
            : word.PastVowel(1);
    }

    private static bool DropStandard(ref StemWord word)
    {
        var (letters, action) = Standard.Longest(word.Text);
        switch (action)
        {
            case 0:
                return word.CutIn(word.R2, letters);
            case 1:
                if (!word.CutIn(word.R2, letters))
                {
                    return false;
                }

                CutOrPut(ref word, "ic", "iqU");
                return true;
            case 2:
                return word.PutIn(word.R2, letters, "log");
            case 3:
                return word.PutIn(word.R2, letters, "u");
            case 4:
                return word.PutIn(word.R2, letters, "ent");
            case 5:
                return DropEment(ref word, letters);
            case 6:
                return DropIte(ref word, letters);
            case 7:
                if (!word.CutIn(word.R2, letters))
                {
                    return false;
                }

                if (word.CutIn(word.R2, "at"))
                {
                    CutOrPut(ref word, "ic", "iqU");
                }

                return true;
            case 8:
                word.Put(letters, "eau");
                return true;
            case 9:
                return word.PutIn(word.R1, letters, "al");
            case 10:
                word.Cut(word.Before(3) is 'b' or 'h' or 'j' or 'l' or 'n' or 'p' ? 1 : 0);
                return word.Ends("ou");
            case 11:
                return word.CutIn(word.R2, letters) || word.PutIn(word.R1, letters, "eux");
            case 12:
                return word.IsConsonant(word.Length - letters - 1) && word.CutIn(word.R1, letters);
            case 13:
                // An adverb's participle goes on to the endings of verbs.
                word.PutIn(word.RV, letters, "ant");
                return false;
            case 14:
                word.PutIn(word.RV, letters, "ent");
                return false;
            case 15:
                word.Cut(word.IsVowel(word.Length - letters - 1) && word.In(word.RV, letters + 1) ? letters : 0);
                return false;
            default:
                return false;
        }
    }

    private static bool DropEment(ref StemWord word, int letters)
    {
        if (!word.CutIn(word.RV, letters))
        {
            return false;
        }

        var (before, action) = BeforeEment.Longest(word.Text);
        switch (action)
        {
            case 0 when word.CutIn(word.R2, before):
                word.CutIn(word.R2, "at");
                break;
            case 1 when !word.CutIn(word.R2, before):
                word.PutIn(word.R1, before, "eux");
                break;
            case 2:
                word.CutIn(word.R2, before);
                break;
            case 3:
                word.PutIn(word.RV, before, "i");
                break;
        }

        return true;
    }

    private static bool DropIte(ref StemWord word, int letters)
    {
        // Without the accent it may be a participle ("interdite"), which must meet "interdit".
        var accented = word.Text[^letters..].Contains('é');
        if ((!accented && BeforeIte.Longest(word.Text[..^letters]).Action < 0) || !word.CutIn(word.R2, letters))
        {
            return false;
        }

        if (word.Ends("abil"))
        {
            CutOrPut(ref word, "abil", "abl");
        }
        else if (word.Ends("ic"))
        {
            CutOrPut(ref word, "ic", "iqU");
        }
        else
        {
            word.CutIn(word.R2, "iv");
        }

        return true;
    }

    private static void CutOrPut(ref StemWord word, string ending, string by)
    {
        if (word.Ends(ending) && !word.CutIn(word.R2, ending.Length))
        {
            word.Put(ending.Length, by);
        }
    }

    private static bool DropVerbInI(ref StemWord word)
    {
        var (letters, action) = VerbsInI.Longest(word.Text, word.RV);
        return action >= 0 && word.In(word.RV, letters + 1) && word.Before(letters) != 'H'
            && word.IsConsonant(word.Length - letters - 1) && word.CutIn(word.RV, letters);
    }

    private static bool DropVerb(ref StemWord word)
    {
        var (letters, action) = Verbs.Longest(word.Text, word.RV);
        switch (action)
        {
            case 0:
                return word.CutIn(word.R2, letters);
            case 1:
                word.Cut(letters);
                return true;
            case 2:
                word.Cut(letters);
                word.CutIn(word.RV, "e");
                return true;
            default:
                return false;
        }
    }

    private static void DropResidue(ref StemWord word)
    {
        if (word.Length > 1 && word.Ends("s") && (word.EndsBefore(1, "Hi") || !KeepsS.Contains(word.Before(1), StringComparison.Ordinal)))
        {
            word.Cut(1);
        }

        var (letters, action) = Residue.Longest(word.Text, word.RV);
        if (action == 1)
        {
            word.Put(letters, "i");
        }
        else if (action == 2 || (action == 0 && word.In(word.R2, letters) && word.In(word.RV, letters + 1) && word.Before(letters) is 's' or 't'))
        {
            word.Cut(letters);
        }
    }
}
