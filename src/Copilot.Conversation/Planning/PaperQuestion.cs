using System.Text.RegularExpressions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning;

/// <summary>
/// Short questions that only make sense beside a file: "is this right?", "can we pay this?", "passt das?". They name nothing, so nothing routes them; with a file they ask whether the paper is
/// right, what stands in it, or what it says of goods that arrived: "was it signed?".
/// </summary>
internal static partial class PaperQuestion
{
    /// <summary>How a question about a paper is asked in full, which the routes know.</summary>
    private const string Check = "is this invoice correct";

    private const string Read = "read this invoice";
    private const string Proof = "check this proof of delivery";

    private const int MostWords = 12;

    // Words are folded: no accents, no marks, single blanks between them.
    private const string Please = "^(?:(?:hi|hello|hey|please|pls|kindly|quick question|can you|could you|would you|so|and|ok) )*";
    private const string Thanks = "(?: (?:please|pls|thanks|thank you|thx|for me|now|yes or no))*$";
    private const string It = "(?:this|it|that|these|the attached|attached|the attachment|attachment|the file|the document|the paper|this file|this document|this paper)(?: one)?";
    private const string Fine = "(?:right|correct|ok|okay|fine|alright|all right|in order|good|valid|plausible|legit)";
    private const string Deed = "(?:pay|book|approve|post|enter|accept|release|settle)";

    private const string IsIt = "(?:is|are|was) (?:this|it|that|these|everything|all|this one|the attached|attached)(?: (?:all|really|already|one))* (?:" + Fine + "(?: to " + Deed + ")?|(?:a )?duplicate|paid|booked|entered)";
    private const string ItIs = "(?:this|it|attached|all|everything)(?: one)? " + Fine + "(?: to " + Deed + ")?|(?:ok|okay|good|safe) to " + Deed + "(?: this| it| that)?";
    private const string Checking = "(?:check|verify|validate|review|compare|match|reconcile|chek|double check) " + It;
    private const string Paying = "(?:can|could|may|shall|should|do) (?:we|i|you) " + Deed + " (?:this|it|that|them|these)(?: one)?|" + Deed + " (?:this|it|that)";
    private const string Fitting = "(?:does|do) (?:this|it|that|these|the attached|everything)(?: all)? (?:match|fit|agree|add up|tally|make sense|look " + Fine + ")";
    private const string Wrong = "(?:is )?(?:anything|something|what is|whats|what s) (?:wrong|off|odd|different)(?: here| in it| with (?:this|it|that))?|did they (?:overcharge us|(?:bill|charge) us (?:right|correctly|too much))(?: here)?";
    private const string Before = "(?:have we|did we|do we)(?: already)? (?:had|have|get|got|paid|pay|booked|book|entered|enter|seen) (?:this|it|that)(?: one)?(?: before| already)?";

    private const string Bitte = "^(?:(?:bitte|hallo|kannst du|konnen sie|kurz|mal) )*";
    private const string Danke = "(?: (?:bitte|danke|so|mal|kurz))*$";
    private const string Das = "(?:das|dies|dieses|die|diese|den|es|alles|die rechnung|diese rechnung|der anhang|den anhang|das dokument|dieses dokument|die datei|der beleg|den beleg|die anlage)";

    private static readonly (string Language, string Full, Regex Pattern)[] Forms =
    [
        ("en", Check, English()), ("en", Read, EnglishReading()), ("en", Proof, EnglishProof()), ("de", Proof, GermanProof()), ("fr", Proof, FrenchProof()), ("es", Proof, SpanishProof()), ("nl", Proof, DutchProof()), ("it", Proof, ItalianProof()), ("de", Check, German()), ("fr", Check, French()), ("es", Check, Spanish()), ("nl", Check, Dutch()), ("it", Check, Italian()),
    ];

    /// <summary>The question in full, and the language it was asked in, ISO 639-1; null when it is none of these.</summary>
    /// <param name="question">The question. Untrusted.</param>
    public static (string Full, string Language)? Of(string question)
    {
        var words = QuestionText.Of(question).Words;
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        var text = Marks().Replace(string.Join(' ', words.Select(w => w.Text)), " ").Trim();
        foreach (var (language, full, pattern) in Forms)
        {
            if (pattern.IsMatch(text))
            {
                return (full, language);
            }
        }

        return null;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Marks();

    [GeneratedRegex(Please + "(?:" + IsIt + "|" + ItIs + "|" + Checking + "|" + Paying + "|" + Fitting + "|" + Wrong + "|" + Before + ")" + Thanks, RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(Please + "(?:read|extract|scan|read out) " + It + Thanks, RegexOptions.CultureInvariant)]
    private static partial Regex EnglishReading();

    [GeneratedRegex(Please + "(?:(?:was|is|has|did) (?:(?:it|this|that)(?: (?:pod|delivery|proof(?: of delivery)?|paper))?|the (?:pod|delivery|proof(?: of delivery)?|paper)|he|she|they|the customer|someone|anyone|anybody|somebody)(?: (?:been|really|actually|ever))* (?:signed?|stamped)(?: for)?(?: (?:it|this|that))?(?: by (?:hand|them|anyone|anybody|the customer))?|(?:who|did anyone|did anybody) sign(?:ed)?(?: for)?(?: (?:it|this|that))?|(?:is|was) there a signature(?: on (?:it|this))?|(?:what|whats|what s|anything|something|was anything|is anything)(?: (?:is|was|were|came|went|got|arrived|noted|marked as))* (?:short|missing|damaged|broken|refused)(?: (?:on|in) (?:it|this))?|(?:did|has|have) (?:everything|it|all|all of it|the goods|they|he|the customer)(?: all)? (?:arrived?|come|came|get (?:it|everything|all)|got (?:it|everything|all)|receiv(?:e|ed) (?:it|everything|all))|was (?:everything|all|it|it all) (?:delivered|received)(?: in full)?|how many (?:are|were|came|arrived)(?: (?:short|missing|damaged))?)" + Thanks, RegexOptions.CultureInvariant)]
    private static partial Regex EnglishProof();

    [GeneratedRegex(Bitte + "(?:(?:wurde|ist|hat) (?:das|es|der|er|jemand|der kunde|der empfanger)(?: (?:das|den empfang))? (?:unterschrieben|unterzeichnet|quittiert|gestempelt)(?: worden)?|wer hat (?:das )?unterschrieben|was (?:fehlt|fehlte|hat gefehlt|war beschadigt|ist beschadigt|kam beschadigt an|war kaputt)|(?:fehlt|fehlte) (?:etwas|was)|(?:ist|kam) alles (?:an(?:gekommen)?|da|geliefert)|wurde alles geliefert)" + Danke, RegexOptions.CultureInvariant)]
    private static partial Regex GermanProof();

    [GeneratedRegex("^(?:(?:svp|stp|bonjour) )*(?:(?:est ce que )?(?:c est|c etait|ceci est|le bon est) signe|(?:est ce )?(?:signe|a t il signe|qui a signe)|(?:qu est ce qui|que|il) (?:manque|manquait)(?: t il)?|qu est ce qui (?:est|etait) (?:endommage|abime|casse)|(?:est ce que )?tout (?:est arrive|a ete livre))(?: (?:svp|stp|merci))*$", RegexOptions.CultureInvariant)]
    private static partial Regex FrenchProof();

    [GeneratedRegex("^(?:(?:hola|por favor) )*(?:(?:esta|fue|ha sido) firmad[oa]|(?:lo|la) (?:han|ha) firmado|quien (?:lo |la )?firmo|que (?:falta|faltaba|falto|estaba danado|esta danado)|(?:falta|faltaba) algo|(?:llego|ha llegado|se entrego) todo)(?: (?:por favor|gracias))*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpanishProof();

    [GeneratedRegex("^(?:(?:hallo|graag) )*(?:(?:is|was) (?:het|dit|dat|hij) (?:ondertekend|getekend|gestempeld)|wie heeft (?:het |er )?(?:ge|onder)tekend|wat (?:ontbreekt|ontbrak|mist|was beschadigd|is beschadigd)|(?:ontbreekt|mist) er iets|is alles (?:aangekomen|geleverd))(?: (?:aub|alstublieft|bedankt))*$", RegexOptions.CultureInvariant)]
    private static partial Regex DutchProof();

    [GeneratedRegex("^(?:(?:ciao|per favore) )*(?:(?:e|e stato|e stata) firmat[oa]|(?:l )?ha firmato(?: qualcuno)?|chi ha firmato|(?:che )?cosa (?:manca|mancava|era danneggiato|e danneggiato)|manca (?:qualcosa|qualche cosa)|e arrivato tutto|tutto e arrivato|e stato consegnato tutto)(?: (?:per favore|grazie))*$", RegexOptions.CultureInvariant)]
    private static partial Regex ItalianProof();

    [GeneratedRegex(Bitte + "(?:(?:passt|stimmt) " + Das + "(?: alles)?|ist " + Das + "(?: so)? (?:richtig|korrekt|ok|okay|in ordnung|ein duplikat|doppelt|schon bezahlt|schon gebucht)|(?:konnen|durfen|kann|darf|sollen|soll) (?:wir|ich) " + Das + " (?:bezahlen|zahlen|freigeben|buchen|uberweisen|annehmen)|(?:pruf|prufe|prufen|kontrolliere|vergleiche|check|checke)(?: bitte| mal)? " + Das + "|(?:prufen|kontrollieren|gegenprufen|abgleichen)|" + Das + "(?: bitte)? (?:prufen|kontrollieren|vergleichen|abgleichen)|(?:hatten|haben) wir " + Das + " schon(?: bezahlt| gebucht| bekommen)?)" + Danke, RegexOptions.CultureInvariant)]
    private static partial Regex German();

    [GeneratedRegex("^(?:(?:svp|stp|bonjour|peux tu|pouvez vous) )*(?:(?:est ce que )?(?:c est|ceci est|tout est|cette facture est)(?: bien)? (?:correcte?|juste|bon|exacte?|ok|conforme)|(?:est ce que )?(?:ca|cela|tout) (?:colle|va|correspond|joue)|(?:peut on|on peut|pouvons nous|puis je|je peux|est ce qu on peut) (?:la |le |les )?(?:payer|regler|valider|comptabiliser)(?: ca| cela| ceci| cette facture)?|(?:verifie|verifier|verifiez|controle|controler|controlez|compare|comparer|comparez) (?:ca|cela|ceci|cette facture|ce document|la piece jointe|le fichier))(?: (?:svp|stp|merci|s il (?:te|vous) plait))*$", RegexOptions.CultureInvariant)]
    private static partial Regex French();

    [GeneratedRegex("^(?:(?:hola|por favor|puedes|puede) )*(?:(?:esta|es)(?: (?:esto|todo|esta factura))? (?:bien|correct[oa]|ok|en orden)|(?:esto|todo|la factura)(?: esta| es)? (?:bien|correct[oa]|ok)|(?:podemos|puedo|se puede) (?:pagar|aprobar|contabilizar)(?:l[oa])?(?: esto| esta factura| la factura)?|(?:revisa|revisar|comprueba|comprobar|verifica|verificar|compara|comparar) (?:esto|esta factura|la factura|el adjunto|el documento|este documento)|coincide(?: esto)?(?: con el pedido)?)(?: (?:por favor|gracias))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Spanish();

    [GeneratedRegex("^(?:(?:hallo|kun je|kunt u|graag) )*(?:(?:klopt|past) (?:dit|dat|deze|alles|het|deze factuur)|is (?:dit|dat|alles|het|deze factuur)(?: zo)? (?:juist|correct|goed|in orde|ok|dubbel)|(?:kunnen|mogen|kan|mag) (?:we|wij|ik) (?:dit|deze|die|deze factuur|hem) (?:betalen|boeken|goedkeuren)|(?:controleer|check|vergelijk|bekijk) (?:dit|deze|deze factuur|de factuur|de bijlage|het bestand))(?: (?:zo|even|aub|alstublieft|graag|bedankt))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();

    [GeneratedRegex("^(?:(?:ciao|per favore|puoi|puo) )*(?:(?:e |va )(?:tutto )?(?:giusto|giusta|corretto|corretta|bene|ok|a posto)|(?:questo|questa|tutto|questa fattura) (?:e |va )?(?:giusto|giusta|corretto|corretta|bene|ok|a posto)|(?:possiamo|posso|si puo) (?:pagarla|pagarlo|approvarla|registrarla|(?:pagare|approvare|registrare) (?:questo|questa|questa fattura|la fattura))|(?:controlla|controllare|verifica|verificare|confronta|confrontare) (?:questo|questa|questa fattura|la fattura|l allegato|il documento))(?: (?:per favore|grazie))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Italian();
}
