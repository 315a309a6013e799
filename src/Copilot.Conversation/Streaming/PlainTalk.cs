using System.Text.RegularExpressions;

namespace Copilot.Conversation.Streaming;

/// <summary>The few kinds of sentences that need no source because they claim nothing. Closed lists: what is not on them needs one.</summary>
internal static partial class PlainTalk
{
    private const int LongestLeadIn = 70;
    private const int LongestAlone = 260;

    /// <summary>Says whether a sentence only leads to what follows.</summary>
    public static bool IsLeadIn(string plain, UnitKind kind)
        => plain.Length <= LongestLeadIn && (LeadIn().IsMatch(plain) || (plain.EndsWith(':') && plain.Count(c => c == ' ') < 3) || (kind == UnitKind.Heading && plain.Count(c => c == ' ') < 6));

    /// <summary>Says whether a sentence asks back.</summary>
    public static bool IsQuestion(string plain)
        => plain.Length <= LongestAlone && plain.EndsWith('?') && Question().IsMatch(plain);

    /// <summary>Says whether a sentence says that nothing was found, or that the copilot can't.</summary>
    public static bool IsNothing(string plain) => plain.Length <= LongestAlone && Nothing().IsMatch(plain) && !But().IsMatch(plain);

    /// <summary>Says whether a sentence is courtesy and nothing else.</summary>
    public static bool IsCourtesy(string plain) => Courtesy().IsMatch(plain);

    /// <summary>Says whether a sentence points back at the one before it, and means nothing or something else without it.</summary>
    public static bool LeansOnLast(string plain) => Leaning().IsMatch(plain);

    [GeneratedRegex(@"^(?:here (?:is|are)|here's|these are|this is|the following (?:is|are)?|in detail|details?|summary|in short|in brief|next|why|note|also|hier (?:ist|sind)|folgende|im einzelnen|voici|en bref|aquí (?:está|están)|en resumen|hier (?:is|zijn)|ecco|in sintesi)\b[^.!?]*[:.]$", RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^¿?\s*(?:(?:sorry|hello|hi)[,.!]? )?(?:which|what|who|whom|when|where|how (?:can|may) i help|do you mean|did you mean|would you like|do you want|shall i|should i|could you|can you|may i ask|welche[rsnm]?|meinen sie|meinst du|möchten sie|soll ich|was|wen|wann|wo|quel(?:le|s|les)?|que |qui|voulez-vous|souhaitez-vous|parlez-vous|dois-je|cuál(?:es)?|qué|quién|quiere|se refiere|welke|bedoelt u|bedoel je|wilt u|zal ik|wat|wie|quale|quali|vuole|intende|devo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:sorry,? (?:but )?|unfortunately,? |leider )?(?:i (?:found nothing|found no |did not find|didn't find|could not find|couldn't find|can not find|cannot find|can't find|don't know|do not know|cannot (?:answer|verify|tell|say|see|do)|can't (?:answer|verify|tell|say|see|do)|have no (?:information|record|source|evidence|data|answer))|nothing (?:was |is )?(?:found|known|recorded)|no (?:information|record|records|source|sources|answer|result|results|match|matches) (?:was|were|is|are)? ?(?:found|known)|the sources (?:do not|don't) (?:answer|say|state)|(?:dazu |hierzu )?(?:habe ich|ich habe) (?:dazu |hierzu )?(?:nichts|keine)\b[^.]* gefunden|ich konnte\b[^.]* nicht finden|ich weiß (?:es )?nicht|je n[’']ai (?:rien|pas) trouvé|je ne sais pas|no (?:he encontrado|encontré)|no lo sé|ik heb (?:hierover )?niets gevonden|ik kon\b[^.]* niet vinden|ik weet het niet|non ho trovato|non lo so)\b?", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(?:but|however|except|though|although|doubt|aber|jedoch|mais|cependant|pero|sin embargo|maar|echter|ma|però)\b", RegexOptions.IgnoreCase)]
    private static partial Regex But();

    [GeneratedRegex(@"^(?:hello|hi|good (?:morning|afternoon|evening|day)|you're welcome|you are welcome|thank you|thanks|sure|of course|certainly|hallo|guten (?:tag|morgen|abend)|gern geschehen|danke|gerne|bonjour|de rien|merci|hola|de nada|gracias|graag gedaan|dank u|ciao|prego|grazie)[!.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"^(?:it|its|they|their|them|this|that|these|those|he|she|his|her|both|the (?:same|other|others|former|latter|first|second|third)|there|then|so|therefore|because|also|and|but|er|sie|es|ihr|ihre|sein|seine|dies|diese[rsnm]?|das|beide|il|elle|ils|elles|ce|cela|ceci|son|sa|ses|leur|leurs|lo|la|los|las|esto|este|esta|su|sus|ambos|hij|zij|het|hun|deze|dit|dat|esso|essa|questo|questa|suo|sua|loro)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();
}
