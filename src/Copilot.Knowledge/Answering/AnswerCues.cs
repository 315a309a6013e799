using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Reads what sort of answer a question asks for, and whether a statement looks like one.</summary>
internal static partial class AnswerCues
{
    /// <summary>Gets the sort of answer asked for: the one whose words come first in the question.</summary>
    public static AnswerKind AskedFor(string question)
    {
        var asked = (Kind: AnswerKind.Open, At: int.MaxValue);
        foreach (var (kind, words) in Asked())
        {
            if (words.Match(question) is { Success: true } match && match.Index < asked.At)
            {
                asked = (kind, match.Index);
            }
        }

        // "What papers do we need" asks for the papers, not whether we need them.
        return asked.Kind == AnswerKind.Permission && asked.At > 0 && WhatOpens().IsMatch(question) ? AnswerKind.Open : asked.Kind;
    }

    /// <summary>Says whether a statement holds such an answer.</summary>
    public static bool Holds(AnswerKind kind, string statement)
        => kind switch
        {
            AnswerKind.Time => TimeGiven().IsMatch(statement),
            AnswerKind.Moment => TimeGiven().IsMatch(statement) || ConditionGiven().IsMatch(statement),
            AnswerKind.Rate => RateGiven().IsMatch(statement),
            AnswerKind.Speed => SpeedGiven().IsMatch(statement),
            AnswerKind.Figure => FigureGiven().IsMatch(statement),
            AnswerKind.Person => PersonGiven().IsMatch(statement),
            AnswerKind.Place => PlaceGiven().IsMatch(statement),
            AnswerKind.Reason => ReasonGiven().IsMatch(statement),
            AnswerKind.Procedure => ProcedureGiven().IsMatch(statement),
            AnswerKind.Permission => PermissionGiven().IsMatch(statement),
            _ => true,
        };

    /// <summary>Says whether a heading or an introduction announces such an answer: "When a hold is set", "Who may grant what", "How to count".</summary>
    public static bool Opens(AnswerKind kind, string heading)
        => kind switch
        {
            AnswerKind.Moment => WhenOpens().IsMatch(heading),
            AnswerKind.Person => WhoOpens().IsMatch(heading),
            AnswerKind.Procedure => HowOpens().IsMatch(heading),
            AnswerKind.Place => WhereOpens().IsMatch(heading),
            _ => false,
        };

    /// <summary>Says whether the question wants an agreement's own words, for which a general rule is no answer.</summary>
    public static bool AsksForAgreement(string question) => AgreementAsked().IsMatch(question);

    /// <summary>Says whether a text speaks of buying rather than of selling.</summary>
    public static bool IsOfPurchasing(string text) => Purchasing().IsMatch(text);

    /// <summary>Says whether the question speaks of goods that come in to us, for which a rule on deliveries to customers is no answer.</summary>
    public static bool AsksOfArriving(string question) => Arriving().IsMatch(question);

    /// <summary>Says whether a title or heading speaks of customers and not of buying.</summary>
    public static bool IsOfCustomers(string heading) => Customers().IsMatch(heading) && !Purchasing().IsMatch(heading);

    /// <summary>Says whether a statement only says what its document is for.</summary>
    public static bool IsOfScope(string statement) => Scope().IsMatch(statement);

    /// <summary>Says whether the question asks what a document is for.</summary>
    public static bool AsksForScope(string question) => ScopeAsked().IsMatch(question);

    // Where two begin at the same word, the first of this list holds.
    private static IEnumerable<(AnswerKind Kind, Regex Words)> Asked()
        =>
        [
            (AnswerKind.Speed, SpeedAsked()), (AnswerKind.Rate, RateAsked()), (AnswerKind.Time, TimeAsked()), (AnswerKind.Figure, FigureAsked()), (AnswerKind.Person, PersonAsked()),
            (AnswerKind.Place, PlaceAsked()), (AnswerKind.Reason, ReasonAsked()), (AnswerKind.Procedure, ProcedureAsked()),
            (AnswerKind.Moment, MomentAsked()), (AnswerKind.Permission, PermissionAsked()),
        ];

    [GeneratedRegex(@"\bwhat(?: is| are|'s|s)? (?:\w+ ){0,5}(?:penalty|penalties|fees?|compensation|goodwill|deposit|charges?|surcharges?|discounts?|rebates?|bonus|price|cost|fine|interest|margin|percentage|percent|share)\b|\bwhich (?:\w+ )?(?:discounts?|rebates?|penalty|percentage|margin|fee)\b|\bhow (?:much|high|large|big) (?:\w+ ){0,3}(?:penalty|fees?|charges?|surcharges?|discounts?|rebates?|bonus|price|cost|costs|interest|credit|money|goodwill|compensation|margin)\b|\bhow much (?:do|does|can|may|is|are|will|would|must|should|of|it)\b|\b(?:owe|pay for|cost of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RateAsked();

    [GeneratedRegex(@"\bhow (?:long|soon|fast|quickly|old|often)\b|\bhow many (?:working |business |calendar )?(?:days|hours|weeks|months|minutes|years)\b|\bby when\b|\b(?:which|what) (?:week)?days?\b|\buntil when\b|\bwhat(?: is| are|'s|s)? (?:\w+ ){0,5}(?:deadline|limit for|period|lead time|cut-?offs?|hours|response time|frequency|duration|window|notice|term|terms|time)\b|\bwhat (?:\w+ )?(?:time|date)\b|\b(?:return|notice|lead|response|opening|payment) (?:periods?|times?|hours|terms?)\b|\bhow much (?:time|notice|life|remaining|shelf)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAsked();

    [GeneratedRegex(@"\bhow (?:fast|quickly) .*\b(?:go|drive|driven|travel|ride|move)\b|\b(?:speed limit|top speed|highest speed|maximum speed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeedAsked();

    [GeneratedRegex(@"\d\s?(?:km/h|mph|m/s)|\bwalking pace\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeedGiven();

    [GeneratedRegex(@"\b(?:covers?|cover|scope|appl(?:y|ies)|purpose|about|for what|what .* for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScopeAsked();

    [GeneratedRegex(@"^\W*this (?:procedure|policy|agreement|variant|notice|document|sop|section|chapter) (?:covers|applies|is for|deals|describes|explains|governs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scope();

    [GeneratedRegex(@"\bhow (?:much|many|high|large|big|cold|warm|hot|far|heavy|tall)\b|\bwhat(?: is| are|'s|s)? (?:\w+ ){0,5}(?:rate|limit|threshold|minimum|maximum|amount|target|level|temperature|range|tolerance|floor|value|number|quantity|accuracy|size|moq|otif)\b|\bwhich (?:\w+ )?(?:temperature|amount|range|otif|tolerance|level|limit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureAsked();

    [GeneratedRegex(@"\b(?:who|whom|whose)\b|\bwhich (?:person|role|team|department|manager|level)\b|\bwhat (?:role|person)\b|\bwith whom\b|\bresponsible\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonAsked();

    [GeneratedRegex(@"\bwhere\b|\bwhich (?:zone|location|bin|area|dock|room|place|warehouse)\b|\bin what (?:zone|place)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAsked();

    [GeneratedRegex(@"\bwhy\b|\bwhat(?:'s| is) the reason\b|\bhow come\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonAsked();

    [GeneratedRegex(@"\bhow (?:do|does|should|to|are|is|can|must|would)\b|\bwhat (?:do|should|must|shall|does|can) (?:i|we|one|you|the \w+|a \w+)(?: \w+)? do\b|\bwhat to do\b|\bwhat happens\b|\bsteps?\b|\bprocedure\b|\bprocess for\b|\bwhat(?:'s| is) the (?:process|procedure|way)\b|\bwalk me\b|\bwhat now\b|\bnext\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureAsked();

    [GeneratedRegex(@"\bwhen\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MomentAsked();

    [GeneratedRegex(@"^\W*(?:may|can|could|must|should|is|are|am|do|does|will|would|has|have)\b|\b(?:allowed|permitted|ok|okay|possible)\b|\b(?:may|can) (?:i|we|a|the|they)\b|\bdo (?:i|we) (?:have|need)\b|\b(?:is it|are we)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PermissionAsked();

    [GeneratedRegex(@"(?<!\bsince )\b(?:when|if|after|before|once|until|as soon as|from|above|exceeds)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConditionGiven();

    [GeneratedRegex(@"\d\s?(?:%|percent|€|EUR\b|euros?\b)|[€$£]\s?\d|\b(?:free of|free|none|no (?:charge|fee|rebate|penalty))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RateGiven();

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)?(?:-|\s)?(?:working |business |calendar |clear )?(?:minute|min|hour|h|day|week|month|year|quarter)s?\b|\b\d{1,2}[:.]\d{2}\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:the same day|at once|immediately|daily|weekly|monthly|every (?:\w+ )?(?:day|week|month|shift|morning|year|quarter))\b|\bend of (?:the )?(?:month|day|quarter|year|shift)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeGiven();

    [GeneratedRegex(@"\d\s?(?:%|percent|°|ppm)|[€$£]\s?\d|\d\s?(?:€|EUR\b|euros?\b|kg|g|m|cm|mm|l|km|litres?|metres?|cartons?|boxes|units|pallets?|rolls?|pieces|packs?|times?)\b|\b(?:at least|at most|up to|above|below|under|over|more than|maximum|minimum|more|than)\s+\D{0,3}\d|\b\d|\b(?:once|twice|two|three|four|five|six|ten)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureGiven();

    [GeneratedRegex(@"\b(?:manager|supervisor|agent|representative|rep|accountant|purchaser|director|lead|leader|officer|inspector|adviser|advisor|team|desk|department|auditor|driver|carrier|salesperson|counter|picker|service|pharmacist|approver|owner|buyer|nobody|everyone|anyone|deputy|planner|sales|operator|clerk|us|customer|supplier)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonGiven();

    [GeneratedRegex(@"\b(?:zone|bin|bay|dock|room|cage|area|rack|shelf|location|bench|lane|desk|warehouse|cabinet|yard|gate|level|site|Lyon|Rotterdam|Leipzig)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceGiven();

    [GeneratedRegex(@"\b(?:because|since|so that|otherwise|reason|due to|in order to|as it|therefore)\b|:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonGiven();

    [GeneratedRegex(@"^\W*(?:\d[\d.]*\s+)?(?:check|count|block|book|report|call|enter|record|inform|warn|close|put|place|take|send|ask|move|label|photograph|sign|note|open|scan|write|look|set|make|mark|stop|keep|attach|print|tell)\b|\b(?:must|is (?:reported|recorded|informed|issued|checked|sent|moved|put|taken|set|noted|booked)|are (?:reported|recorded|checked|sent|moved|put|taken|set|noted|booked)|first|then|records?|informs?|reports?|goes on|go on)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureGiven();

    [GeneratedRegex(@"\b(?:may|must|can|can't|cannot|never|not|only|no|nobody|nothing|allowed|permitted|forbidden|prohibited|unless|excluded|accepted|refused|without|always|need|needs|none|except)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PermissionGiven();

    [GeneratedRegex(@"^[\d. §]*when\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenOpens();

    [GeneratedRegex(@"^[\d. §]*who\b|\bapproval|\bresponsib", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhoOpens();

    [GeneratedRegex(@"^[\d. §]*(?:how|what (?:to do|we do|the \w+ does)|steps|procedure)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowOpens();

    [GeneratedRegex(@"^[\d. §]*(?:where|storage|location|zones)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhereOpens();

    [GeneratedRegex(@"^\W*(?:what|which)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatOpens();

    [GeneratedRegex(@"\b(?:agreements?|contracts?|contractual(?:ly)?|clause|annex)\b|§|\b(?:did|have|has) (?:we|they|you) agreed?\b|\bagreed with\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgreementAsked();

    [GeneratedRegex(@"\b(?:from|by) (?:a|an|the|our|one|this|that|another) (?:\w+ )?(?:supplier|vendor|manufacturer)\b|\b(?:suppliers?|vendors?) (?:has |have )?(?:delivers?|delivered|sends?|sent|ships?|shipped|brings?|brought)\b|\b(?:inbound|incoming) (?:goods|deliver\w+|shipments?|pallets?|cartons?)\b|\bgoods[- ]in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Arriving();

    [GeneratedRegex(@"\bcustomers?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Customers();

    [GeneratedRegex(@"\b(?:suppliers?|purchas\w*|vendors?|receiving|receipts?|inbound|expedit\w*|buy\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Purchasing();
}
