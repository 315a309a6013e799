using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Recognises questions about the state of records ("which invoices are overdue", "what is Nordlicht's open balance"): the business
/// system answers those, and a rule that shares their words would be beside the point.
/// </summary>
internal static partial class RecordQuestion
{
    /// <summary>Says whether a question asks for records and not for a rule.</summary>
    public static bool Is(string question) => !Rule().IsMatch(question) && (List().IsMatch(question) || State().IsMatch(question) || Figures().IsMatch(question));

    [GeneratedRegex(@"\b(?:may (?!\w*\s?be (?:late|delayed|at risk))|must|shall|should (?!have)|allowed|polic(?:y|ies)|procedures?|SOPs?|rules?|agreements?|contracts?|agreed|steps|approves?|decides?|requir\w+|how long|how soon|when (?:is|are|do|does|must|may|can))\b|\bbefore\b|\bafter\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    // A list of records of a kind in some state or time.
    [GeneratedRegex(@"^(?=.*\b(?:late|overdue|open|unpaid|outstanding|due|pending|waiting|at risk|delayed|blocked|missing|stuck|should have|arrive|arriving|coming|ship|leave|leaving|ready|unconfirmed|today|tomorrow|this week|next week|now|right now|yesterday)\b)\W*(?:(?:please|can you|could you)\W+)?(?:which|what|show|list|give|find|any|are there|do we have|how many)\s+(?:(?:of|my|our|the|all|me|us|any|your|customer|sales|purchase|vendor|supplier|open|late|overdue|unpaid|outstanding|pending|incoming|new)\s+){0,4}(?:orders?|invoices?|bills|receipts?|deliver(?:y|ies)|shipments?|tickets?|pickings?|transfers|quotations?|quotes|payments?|suppliers|customers)\b|\b(?:show|list|give) (?:me )?(?:the|all|my|our|every) (?:\w+ ){0,2}(?:orders|invoices|bills|tickets|receipts|balances)\b|^\W*(?:open|outstanding|unpaid|overdue) (?:orders|invoices|bills|tickets|receipts)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex List();

    // How the company does, as figures of a time: documents hold targets, not results.
    [GeneratedRegex(@"\bhow (?:are|is|was|were|did) (?:we|our|the|my)\b[\w ]{0,40}\b(?:doing|going|performing|looking|developing|do (?:on|with|in|last|this))\b|\bhow (?:full|empty|busy|loaded) (?:is|are|was|were)\b|^\W*(?:(?:show|give|list|what|who|which)\b[\w' ]{0,20})?\b(?:top|best|biggest|largest|worst) (?:\d+ |\w+ )?(?:customers?|suppliers?|products?|sellers?|orders?)\b|\bwho (?:changed|approved|booked|deleted|entered|cancelled|released|adjusted)\b.*\b(?:yesterday|today|last|this (?:morning|week|month)|recently)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    // The present state of a party, a product or everything.
    [GeneratedRegex(@"^\W*what(?:'s| is| are)? (?:all |currently |now )?(?:at risk|late|overdue|delayed|blocked)\b|\b(?:is|are) [\w& ]{1,40} (?:late|overdue|behind) with\b|\b(?:open|outstanding|current) (?:balance|amount|debt)\b(?!.*\blimit)|^\W*who (?:has|have|hasn't|haven't|has not|have not|did not|didn't)\b.*\bpa(?:y|id)\b|\b(?:do we|have we|is there|are there)\b.*\b(?:on hand|in stock|available|left)\b|\b(?:do|did) we (?:make|earn|sell|sold)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex State();
}
