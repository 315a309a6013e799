using System.Text.RegularExpressions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Deciding;

/// <summary>
/// Reads whether a question decides what was proposed. The whole question must be such words: what a question says beside them is never approved along with them. Only the
/// question is read, never a document.
/// </summary>
internal static partial class DecisionWords
{
    private const string Yes = "(?:yes|yeah|yep|yup|ja|oui|si|da|jawohl)";
    private const string Deed = "(?:(?:i )?(?:hereby )?approved?|confirm(?:ed)?|do (?:it|that|this|so)|go ahead|proceed|please do|make it so|run it|accept(?:ed)?|agreed|genehmigt|freigeben|mach (?:das|es)|vas-y|approuve|doe maar|hazlo)";
    private const string Scope = @"(?<scope>it|this|that|the proposal|this proposal|(?<all>them|these|those|both|all(?: of (?:it|them))?|both of them|everything)|the (?<place>first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last)(?: one| proposal)?|(?:proposal )?(?<ref>dc-[0-9a-z]{8}))";

    // "Withdraw this forecast figure", "withdraw all of the planner's figures" are about a planner's figure, not about what was proposed.
    private const string NoFigure = @"\b(?!\s+(?:(?!because|since|as)[\w']+\s+){0,3}(?:forecasts?|figures?|overrides?|plan|planned|planner'?s?)\b)";
    private const string Polite = @"(?:[\s,]*(?:please|thanks|thank you|now|then|bitte|merci))*[\s.!,]*";

    /// <summary>Reads a question.</summary>
    /// <returns>The wish; null when it is about something else.</returns>
    public static DecisionWish? Read(QuestionText question)
    {
        var folded = question.Folded.Trim();
        if (folded.Length == 0)
        {
            return null;
        }

        if (Approving().Match(folded) is { Success: true } yes)
        {
            return Of(DecisionWishKind.Approve, yes, null);
        }

        if (Changing().Match(folded) is { Success: true } other)
        {
            return Of(DecisionWishKind.Change, other, other.Groups["rest"].Value.Trim());
        }

        if (Rejecting().Match(folded) is { Success: true } no)
        {
            var why = no.Groups["why"];
            return Of(DecisionWishKind.Reject, no, why.Success && why.Value.Trim(' ', '.', '!', ',', ':').Length > 0 ? question.Text.Trim().Substring(why.Index, why.Length).Trim(' ', ',', ':', ';', '-', '–') : null);
        }

        return Nodding().IsMatch(folded) ? new DecisionWish(DecisionWishKind.Unclear) : Listing().IsMatch(folded) ? new DecisionWish(DecisionWishKind.List) { IsExplicit = true } : null;
    }

    private static DecisionWish Of(DecisionWishKind kind, Match match, string? words) => new(kind)
    {
        IsExplicit = match.Groups["deed"].Success || match.Groups["ref"].Success,
        All = match.Groups["all"].Success,
        Place = match.Groups["place"].Success ? PlaceOf(match.Groups["place"].Value) : null,
        Reference = match.Groups["ref"].Success ? match.Groups["ref"].Value.ToUpperInvariant() : null,
        Words = words,
    };

    private static int PlaceOf(string word) => word switch
    {
        "first" or "1st" => 0,
        "second" or "2nd" => 1,
        "third" or "3rd" => 2,
        "fourth" or "4th" => 3,
        "fifth" or "5th" => 4,
        _ => -1,
    };

    [GeneratedRegex(@"^(?:(?:" + Yes + @"|ok|okay|sure|fine|great)[\s,.!]+)*(?:please\s+)?(?:(?<deed>" + Deed + ")|" + Yes + @")(?:[\s,]+" + Scope + ")?" + Polite + "$")]
    private static partial Regex Approving();

    [GeneratedRegex(@"^(?:(?:" + Yes + @"|ok|okay|sure|fine)[\s,.!]+)*(?:please\s+)?(?:(?<deed>" + Deed + ")|" + Yes + "|ok|okay|sure|fine)(?:[\\s,]+" + Scope + @")?[\s,;.–-]+(?:but|except|only|if|unless|provided|however|though|aber|mais)\b(?<rest>.+)$", RegexOptions.Singleline)]
    private static partial Regex Changing();

    [GeneratedRegex(@"^(?:(?:no|nope|nah|nein|non|nee|please)[\s,.!]+)*(?:(?:(?<deed>reject(?:ed)?|decline[d]?|abgelehnt|verworfen|annule)(?:[\s,]+" + Scope + @")?|(?<deed>withdraw)(?:[\s,]+" + Scope + NoFigure + @"|(?=\s*$|\s*[.!,:;–-]|\s+(?:because|since|as|please|thanks)\b))|(?<deed>cancel|drop|discard|stop|forget|scrap|leave)[\s]+" + Scope + @"|(?<deed>don'?t(?: do (?:it|that|this))?|do not(?: do (?:it|that|this))?|don'?t approve(?: it| that| this)?|do not approve(?: it| that| this)?))(?<why>[\s,.:;–-]+.+|[.!]*)|(?:no|nope|nah|nein|non|nee|never ?mind|not now|rather not|better not|stop)(?:[\s,]+(?:thanks|thank you|danke|merci))?(?<why>[\s,.:;–-]+(?:because|since|as|:)\s.+|[.!]*))$", RegexOptions.Singleline)]
    private static partial Regex Rejecting();

    [GeneratedRegex(@"^(?:ok|okay|sure|fine|good|great|perfect|alright|all right|sounds good|looks good|passt|d'accord)[\s.!]*$")]
    private static partial Regex Nodding();

    [GeneratedRegex(@"^(?:please )?(?:(?:show|list|what are|which are)(?: me)?(?: all| the| my| any)*(?: open| pending| waiting)* (?:proposals|approvals)|(?:my |all |any )?(?:open |pending |waiting )?(?:proposals|approvals)|(?:what|is there anything|anything|which (?:proposals|actions))(?:'?s| is| are)?(?: there)?(?: still)? (?:waiting|waits?|pending|open) (?:for|on) (?:me|my (?:approval|decision|ok)|an? (?:approval|decision)|approval|me to (?:approve|decide))|what (?:do|must|should|can) i (?:have to |need to |still )?(?:approve|decide|sign off)(?: on)?(?: today| now)?|(?:do i have |is there )?(?:anything|something)(?: left)? (?:for me )?to (?:approve|decide)(?: on)?(?: today| now)?)\W*$")]
    private static partial Regex Listing();
}
