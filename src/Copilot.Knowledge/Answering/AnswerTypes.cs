using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Answers of a form that can be seen: a telephone number, a colour, a name. A text that shares all words of such a question and holds no answer of that form
/// does not answer it. Also questions about what happened or what there is, which the business system would know and no rule does.
/// </summary>
internal static partial class AnswerTypes
{
    /// <summary>Says whether a statement can't answer, because it lacks what the question asks for.</summary>
    public static bool Lacks(string question, string statement)
        => (Phone().IsMatch(question) && !PhoneGiven().IsMatch(statement))
            || (Address().IsMatch(question) && !AddressGiven().IsMatch(statement))
            || (Secret().IsMatch(question) && !statement.Contains(':', StringComparison.Ordinal))
            || (Colour().IsMatch(question) && !ColourGiven().IsMatch(statement))
            || (Language().IsMatch(question) && !LanguageGiven().IsMatch(statement))
            || ((Named().IsMatch(question) || Identity().IsMatch(question)) && !NameGiven().IsMatch(statement));

    /// <summary>Says whether a question asks what happened or how much there is of something, rather than for a rule.</summary>
    public static bool IsOfFacts(string question) => !OfRules().IsMatch(question) && (Happened().IsMatch(question) || Counted().IsMatch(question) || Done().IsMatch(question));

    [GeneratedRegex(@"\b(?:phone|telephone|mobile|fax|extension|hotline) numbers?\b|\bnumber of the (?:\w+ ){0,2}(?:bench|desk|office|planner|team|hotline|line)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\+?\d[\d /()-]{4,}\d|\b112\b", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneGiven();

    [GeneratedRegex(@"\b(?:what|which|where)\b.*\b(?:postal address|e-?mail address|street|postcode|zip code|web ?site address|url)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"@|https?:|www\.|\b\d{4,5} \p{Lu}|\b(?:street|road|avenue|rue|stra(?:ß|ss)e|weg|via|calle)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressGiven();

    [GeneratedRegex(@"\b(?:what|which)(?:'s| is| are)? (?:\w+ ){0,3}(?:password|pin code|alarm code|door code|access code|pin)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(?:what|which) colou?rs?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\b(?:red|green|blue|yellow|black|white|orange|amber|grey|gray|brown|clear|violet|pink)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ColourGiven();

    [GeneratedRegex(@"\b(?:what|which) languages?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"\b(?:languages? of|\d+ languages|English|French|German|Spanish|Italian|Dutch|Polish|Chinese)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageGiven();

    [GeneratedRegex(@"\b(?:what|which) (?:\w+ )?(?:brand|make|banks?|insurers?|insurance company|credit agency|software|hotel|airline|courier company|law firm|lawyer|radio channel|newspaper|school)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "Who is our tax adviser" wants a person; "who is responsible for", "who is allowed to" want a role.
    [GeneratedRegex(@"\bwho (?:is|are|was) (?:the|our|my|their|its) (?!(?:contact|one|first|person|owner|people|approver|right person|last)\b)(?:[\w-]+ ){0,3}[\w-]+\W*$|\bwho (?:is|are|was) (?:the|our|my|their|its) (?!(?:contact|one|first|person|owner|people|approver|right person|last)\b)(?:[\w-]+ ){0,2}[\w-]+ (?:of|at) |\bwho (?:founded|invented|owns|built|painted|designed|wrote|created)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<=[\p{Ll},;:–-] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+", RegexOptions.CultureInvariant)]
    private static partial Regex NameGiven();

    [GeneratedRegex(@"\b(?:polic(?:y|ies)|procedures?|SOPs?|rules?|agreements?|contracts?|agreed?|promised?|revision|allowed|may|must|should|notice|newsletter|clause|say|says|said)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfRules();

    [GeneratedRegex(@"\b(?:when|what|which|who|how (?:many|much|often|long))\b.*\b(?:did|was|were|had|went)\b.*\b(?:last|yesterday|this (?:year|quarter|month|week|morning)|ago|so far|today)\b|\b(?:when|what) (?:was|were|did) the last\b|\bhow many [\w ]{1,30}\b(?:were|went|did)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Happened();

    [GeneratedRegex(@"\bhow many (?!(?:days|hours|weeks|months|minutes|years|times)\b)[\w ]{1,25}\b(?:do|does) (?:we|our company|the company|it|they|each [\w ]{1,25}) (?:\w+ )?(?:own|have|employ|use)\b|\bhow many (?:people|employees|staff|colleagues|workers|drivers|square met(?:re|er)s)\b(?!.*\b(?:need|sign|lift|approve|confirm)\b)|\bat the moment\b|\bright now\b|\bhow (?:old|tall) (?:is|are) (?:the|our|my) (?:\w+ )?(?:director|manager|boss|ceo|company)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:share|stock) price\b|\bhow much (?:rent|tax|profit|money) (?:do|did|does) we\b|\bwhen was [\w ]{1,40}\b(?:founded|built|opened|invented)\b|\bwhere was\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
