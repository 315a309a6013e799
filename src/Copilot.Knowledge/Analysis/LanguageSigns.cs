using System.Buffers;
using System.Collections.Frozen;
using Copilot.Knowledge.Analysis.Stemming;

namespace Copilot.Knowledge.Analysis;

/// <summary>
/// What tells a language written in Latin letters: its words of grammar, the endings and letter groups of its other words, and its accents.
/// The neighbours of the languages that are stemmed are here as well, so that Portuguese is not taken for Spanish.
/// </summary>
internal sealed class LanguageSigns
{
    private const double EndingWeight = 0.45;
    private const double GroupWeight = 0.2;
    private const double LetterWeight = 0.8;

    private const double SeldomWeight = 0.4;

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _often;
    private readonly SuffixTable _endings;
    private readonly string[] _groups;
    private readonly SearchValues<char> _letters;
    private readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _weights;

    private LanguageSigns(string code, FrozenSet<string> words, string often, string endings, string groups, string letters, FrozenDictionary<string, double> weights)
    {
        Code = code;
        _words = words;
        _often = FunctionWords.Of(often);
        _endings = new SuffixTable(endings);
        _groups = groups.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _letters = SearchValues.Create(letters);
        _weights = weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the signs of all languages.</summary>
    public static IReadOnlyList<LanguageSigns> All { get; } = Read();

    /// <summary>Gets the language, an ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>Says whether a word without accents is grammar of the language.</summary>
    public bool IsGrammar(string folded) => _words.Contains(folded);

    /// <summary>Says whether a word has an accent of the language.</summary>
    public bool IsAccented(string word) => word.AsSpan().ContainsAny(_letters);

    /// <summary>Gets how strongly a word speaks for the language; about 1 for a word of its grammar that no other language has.</summary>
    /// <param name="word">The word, lower case, its accents kept.</param>
    /// <param name="folded">The word without accents.</param>
    public double Of(string word, string folded)
    {
        if (_words.Contains(folded))
        {
            var shared = _weights[folded];
            return (shared < 1 && !_often.Contains(folded) ? SeldomWeight * shared : shared) + (word.AsSpan().ContainsAny(_letters) ? LetterWeight : 0);
        }

        var strength = word.AsSpan().ContainsAny(_letters) ? LetterWeight : 0;
        if (word.Length >= 5)
        {
            strength += _endings.Longest(word, 2).Length > 0 ? EndingWeight : 0;
            foreach (var group in _groups)
            {
                strength += word.Contains(group, StringComparison.Ordinal) ? GroupWeight : 0;
            }
        }

        return strength;
    }

    private static IReadOnlyList<LanguageSigns> Read()
    {
        (string Code, FrozenSet<string> Words, string Often, string Endings, string Groups, string Letters)[] all =
        [
            ("en", StopWords.English,
                "the of and to in a is for that on with as by be it are this what how which when",
                "ing ings ed ly ness ity ies ment ments able ible ous ful less tion tions sion er ers ship ght ance ence ty ry al ure ic ics ate ator sis ive",
                "th wh sh ght ck oo ea ough qu ow ay ph thm", "\u0001"),
            ("fr", FunctionWords.In("fr"),
                "de la le les et des du un une en à que est pour dans au aux par sur ne pas qui l d",
                "tion tions ment ments eur eurs eux euse euses aux ique iques ité ités elle elles ée ées és ance ence ances ences age ages oire ier iers ière ières ette ettes ons ez ure ures if ive é able ables isme",
                "eau oi ou qu eu ai ill gn ph", "àâçèéêëîïôùûœ"),
            ("de", FunctionWords.In("de"),
                "der die das und den von zu mit ist des im für nicht auf ein eine dem sich an in wie was",
                "ung ungen keit keiten heit heiten lich liche lichen licher liches isch ische ischen ischer schaft ieren iert tionen nisse nis en ern tz cht chte chten ige igen",
                "sch cht ei tz pf ver ung ä ö ü zw kt", "äöüß"),
            ("es", FunctionWords.In("es"),
                "de la el los las y en que un una del al por con para se es su no",
                "ción ciones cion sión dad dades mente ado ados ada adas ido idos ida idas ando iendo ía ías miento mientos ero eros era eras able ables ar er ir os as encia ancia ario arios aria eza illo illa ón ones",
                "ue ie ll qu rr ñ ci", "áéíóúñü"),
            ("nl", FunctionWords.In("nl"),
                "de het een van en in te dat is op voor met zijn niet aan om er wat hoe",
                "ing ingen heid heden lijk lijke lijks tie ties en aar aars baar bare schap sel atie eren eerd iteit iteiten dag ste je jes eel ele aal ele voor",
                "ij aa ee oo uu ui oe sch cht dt", "ëï"),
            ("it", FunctionWords.In("it"),
                "di e il la che in un una per è del della i le con non da si al l",
                "zione zioni sione sioni ità mento menti mente are ere ire ato ati ata ate uto uti ito iti ando endo oso osa osi abile abili ibile anza enza anze enze aggio aggi ista zia zie logia tore tori trice io ia ie ero ini ico ica ici iche",
                "gli gn cch gg zz tt ss ch cc pp ll ci", "àèìòù"),
            ("pt", FunctionWords.Of(
                """
                o os a as um uma uns umas de do da dos das no na nos nas ao aos à às pelo pela pelos pelas em e ou que quem qual quais quando onde como por
                para com sem sobre entre até desde se não mais menos muito já também mas ser é são foi foram está estão tem têm ter pode podem deve devem
                este esta estes estas esse essa isso isto aquele seu sua seus suas meu minha nosso nossa você ele ela eles elas lhe num numa depois ainda
                """),
                "de o a e que do da em um uma para com não os as no na",
                "ção ções são ões mente dade dades ado ados ada adas ido idos inho agem gens ndo mento eiro eira ável ível ar er ir am em ém ncia vel",
                "ão nh lh ss ç ei ou qu ões", "ãõçâêôáéíóú"),
            ("da", FunctionWords.Of(
                """
                og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os
                op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være kan bliver denne dette deres efter også ved kun hvis blive mange
                hvordan hvornår ikke noen eller etter fra ikke må
                """),
                "og i at det en den til er som på de med af for ikke der",
                "ing inger else elser ende hed lig lige ede er et en erne ene eren ning ninger tion tioner sker skal", "øj æ ø å hv kk sk gt", "æøå"),
            ("sv", FunctionWords.Of(
                """
                och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle
                hennes där min man ej vid kunde något från ut när efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket
                sedan denna detta hur också måste inom
                """),
                "och att det i en som på är av för den till inte med ett de",
                "ing ingar else ande het lig liga ade ar or er et en erna arna ning ningar tion tioner ska", "ö ä å sk sj tj kk ck", "åäö"),
            ("pl", FunctionWords.Of(
                """
                i w z na do nie się że to jest o jak za po od dla przez przy ale tak co czy oraz lub są być był była było może można jego jej ich tym ten ta te
                tego tej który która które gdy już tylko pod bez ze we nad przed jeśli będzie aby
                """),
                string.Empty,
                "ość ości anie enie ania enia owy owa owe ego emu ych ami ach ów ąć ić ować ny na ne cji cja cje", "sz cz rz ch ł ż ś ę ą szcz dz prz", "łżźśćńąę"),
            ("cs", FunctionWords.Of(
                """
                a v na je se že s z do o to i k ve pro za by ale jak od po tak jako jsou nebo ne být byl byla bylo podle které který která při až než pod má jen
                co již také však není této tento tato toho může aby ze ke před
                """),
                string.Empty,
                "ost osti í ání ení ého ému ých ými ami ách ovat ný ná né ích", "ř ě ů č š ž ch st í ou", "řěůčšžýťáíéú"),
            ("ro", FunctionWords.Of(
                """
                și si de la în in a cu o pe care este sunt nu se din pentru mai un că ca ce au fost sau prin al ale ai lui ei lor între după dar fi poate trebuie
                această acest aceasta acestui când unde cum dacă
                """),
                string.Empty,
                "ului elor ilor ție ții ează are ată ește lui ea ul ele uri ție", "ă ț ș î ul", "ăâîșțşţ"),
            ("fi", FunctionWords.Of(
                """
                ja on ei että se hän oli mutta ovat ole olla kun niin jos tai kuin joka jotka tämä myös sekä vain voi mitä minä sinä me te he nyt mukaan kanssa ennen
                """),
                string.Empty,
                "ssa ssä sta stä lla llä lta ltä lle inen iset mus nen nut nyt ään ien ista oa öä", "aa ää yy uu ii tt kk yö uo ie lu ks", "äö"),
            ("hu", FunctionWords.Of(
                "a az és hogy nem is egy ez de van volt meg csak ha vagy mint el már még kell lehet nincs ki mert ezt azt aki ami után minden között alatt"),
                string.Empty,
                "ban ben ság ség nak nek val vel hoz ról ről ból ből ság ások ések ható", "sz gy cs zs ő ű ny ly", "őűáéíóöúü"),
            ("tr", FunctionWords.Of(
                "ve bir bu için ile de da olarak olan daha çok gibi kadar sonra ne mi değil var yok her ya veya ise ancak göre tarafından eğer tüm"),
                string.Empty,
                "lar ler ları leri dır dir mak mek ması mesi nin nın lık lik siz sız yor", "ı ğ ş ü ç", "ığşçöü"),
        ];

        var holders = all.SelectMany(l => l.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var weights = holders.ToFrozenDictionary(h => h.Key, h => Math.Max(0.12, 1.1 / Math.Pow(h.Value, 1.2)) * (h.Key.Length == 1 ? 0.5 : 1), StringComparer.Ordinal);
        return [.. all.Select(l => new LanguageSigns(l.Code, l.Words, l.Often, l.Endings, l.Groups, l.Letters, weights))];
    }
}
