using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>The signs by which a question leans on the one before.</summary>
internal static partial class FollowUp
{
    private const int ShortQuestion = 8;

    /// <summary>Says whether the question asks for the causes of what was just said.</summary>
    public static bool AsksWhy(Understanding question) => question.Mentions.Count == 0 && question.Times.Count == 0 && Why().IsMatch(question.Text.Folded[question.Start..question.End].Trim(' ', '?', '!', '.', ','));

    /// <summary>Says whether the question only exchanges something: "and in Lyon?", "what about next week?".</summary>
    public static bool OnlyExchanges(Understanding question)
        => question.FreeWords.All(w => IsFiller(w.Text) || (Supposing().IsMatch(question.Text.Folded) && IsSupposed(w.Text))) && (question.Mentions.Count > 0 || question.Times.Count > 0 || question.Amounts.Count > 0);

    /// <summary>Says whether the question narrows what was just said: "only the late ones".</summary>
    public static bool Narrows(Understanding question) => question.Text.Words.Count <= ShortQuestion && Narrowing().IsMatch(question.Text.Folded);

    /// <summary>Says whether a question without a name of its own goes on about what was spoken of: "and invoices?", "open orders?".</summary>
    public static bool GoesOn(Understanding question)
        => question.Mentions.Count == 0 && (Onward().IsMatch(question.Text.Folded) || (question.Text.Words.Count <= 2 && question.Text.Folded.EndsWith('?')));

    /// <summary>Says whether the question agrees to what was offered.</summary>
    public static bool Agrees(Understanding question) => Yes().IsMatch(question.Text.Folded.Trim(' ', '!', '.', ','));

    /// <summary>Says whether it wants the big ones, without saying what big is.</summary>
    public static bool WantsBig(Understanding question) => Big().IsMatch(question.Text.Folded);

    /// <summary>Finds pointing words: "it", "their", "that order".</summary>
    /// <returns>Null when there are none; else the nouns pointed at, perhaps none.</returns>
    public static IReadOnlyList<string>? PointsAt(Understanding clause)
    {
        var matches = Pointing().Matches(clause.Text.Folded[clause.Start..clause.End]);
        return matches.Count == 0 ? null : [.. matches.Select(m => m.Groups["noun"].Value).Where(n => n.Length > 0)];
    }

    /// <summary>Puts placeholders of what pointing words mean in their place: "what do they owe us" asks as "what does {customer} owe us" does.</summary>
    public static string Resolve(string pattern, IReadOnlyList<SlotKind> near)
        => near.Count == 0 ? pattern : Pointing().Replace(pattern, m =>
        {
            var wanted = m.Groups["noun"].Success ? SlotWords.Pointed(m.Groups["noun"].Value)
                : m.Value is "they" or "them" or "their" or "theirs" or "he" or "she" or "his" or "her" ? [SlotKind.Customer, SlotKind.Supplier]
                : m.Value is "there" ? [SlotKind.Customer, SlotKind.Supplier, SlotKind.Warehouse] : [];
            var kind = near.FirstOrDefault(wanted.Contains, wanted.Count == 0 ? near[0] : SlotKind.None);
            return kind == SlotKind.None ? m.Value : Placeholders.Of(kind) + " ";
        });

    /// <summary>Finds "the first one", "the second": a place in the list just given, starting at 0; -1 for the last.</summary>
    public static (int Place, int Start, int End)? PlaceInList(Understanding question)
    {
        var match = Ordinal().Match(question.Text.Folded);
        return !match.Success ? null : (match.Groups["o"].Value switch { "first" or "1st" or "top" => 0, "second" or "2nd" => 1, "third" or "3rd" => 2, "fourth" or "4th" => 3, "fifth" or "5th" => 4, _ => -1 }, match.Index, match.Index + match.Length);
    }

    private static bool IsFiller(string word) => word is "and" or "in" or "at" or "on" or "by" or "the" or "for" or "of" or "what" or "whats" or "about" or "how" or "only" or "just" or "same" or "with" or "to" or "from" or "please"
        or "a" or "is" or "are" or "it" or "ones" or "one" or "those" or "them" or "that" or "this" or "there" or "then" or "now" or "but" or "also" or "instead" or "ok" or "okay" or "so" or "or" or "there" or "i" or "mean" or "meant"
        or "since" or "until" or "between" or "over" or "above" or "under" or "below" or "than" or "more" or "less" or "warehouse" or "customer" or "supplier" or "product" or "order" or "thing" or "again" or "question" or "show" or "me" or "no" or "not" or "during" or "site";

    /// <summary>"What if we ship from Rotterdam?": the way goods go says nothing more than the place does.</summary>
    private static bool IsSupposed(string word) => word is "if" or "we" or "they" or "you" or "he" or "she" or "ship" or "ships" or "shipped" or "send" or "sent" or "deliver" or "delivered" or "take" or "taken" or "took" or "use" or "used"
        or "need" or "needs" or "needed" or "want" or "wants" or "wanted" or "wait" or "leave" or "leaves" or "goes" or "comes" or "came" or "were" or "was" or "would" or "could" or "can" or "pick" or "picked" or "order" or "ordered" or "stock" or "go";

    [GeneratedRegex(@"^(?:and |but |ok |okay |so )?(?:what if|suppose|supposing|say|how about if|what about if)\b")]
    private static partial Regex Supposing();

    [GeneratedRegex(@"^(?:and |but |ok |okay |so )?(?:why|how come|for what reason|what(?:'?s| is| are| was| were) the (?:reason|cause|problem)s?(?: for (?:that|this|it|them))?|what(?:'?s| is)? caus(?:es|ing) (?:it|that|this|them)|explain(?: that| this| it| why)?|reasons?|causes?)(?: (?:is|are|was|were|that|this|it|they|these|those|so|the|such|all|both|late|delayed|at risk|short|open|overdue|them|orders?|case))*$")]
    private static partial Regex Why();

    [GeneratedRegex(@"^(?:and |but |ok |okay )?(?:only|just|limit (?:it|that|them) to|filter|keep|without|except|what about|how about|and|restrict|show (?:me )?(?:only|just)|(?:(?:split|broken down|break (?:it|that|them) down|group(?:ed)?)(?: (?:it|that|them))? )?(?:by|per|pro|nach|par|por)(?= [a-z]+(?: [a-z]+)?[?.! ]*$))\b")]
    private static partial Regex Narrowing();

    [GeneratedRegex(@"^(?:and|also|what about|how about)\b")]
    private static partial Regex Onward();

    [GeneratedRegex(@"^(?:yes|yeah|yep|yup|ok|okay|sure|exactly|right|correct|please do|do it|go ahead|that one|yes please|please)$")]
    private static partial Regex Yes();

    [GeneratedRegex(@"\b(?:big|bigger|biggest|large|larger|largest|major|expensive|high[- ]value|most important|important|main) ?(?:ones?|orders?|invoices?|customers?|amounts?|items?)?\b")]
    private static partial Regex Big();

    [GeneratedRegex(@"\b(?:it|its|they|them|their|theirs|these|those|he|she|his|her|(?:that|this|these|those|the same|said) (?<noun>order|customer|client|account|supplier|vendor|contact|partner|product|item|article|warehouse|site|invoice|bill|ticket|case|delivery|transfer|shipment|receipt|lot|batch|one)s?|(?<!\b(?:is|are|was|were|be|been) )there(?=[?.! ]*$))\b")]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\bthe (?<o>first|1st|top|second|2nd|third|3rd|fourth|4th|fifth|5th|last)(?: one| order| customer| product| invoice| item| receipt)?(?:\s*[?.!]?$|\b(?= (?:one|order|customer|product|invoice|item|receipt)))")]
    private static partial Regex Ordinal();
}
