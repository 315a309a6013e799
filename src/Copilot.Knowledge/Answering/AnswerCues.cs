using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Reads what sort of answer a question asks for, and whether a statement looks like one.</summary>
internal static partial class AnswerCues
{
    /// <summary>Gets the sort of answer asked for.</summary>
    public static AnswerKind AskedFor(string question)
        => TimeAsked().IsMatch(question) ? AnswerKind.Time
            : FigureAsked().IsMatch(question) ? AnswerKind.Figure
            : PersonAsked().IsMatch(question) ? AnswerKind.Person
            : PlaceAsked().IsMatch(question) ? AnswerKind.Place
            : ReasonAsked().IsMatch(question) ? AnswerKind.Reason
            : ProcedureAsked().IsMatch(question) ? AnswerKind.Procedure
            : PermissionAsked().IsMatch(question) ? AnswerKind.Permission
            : AnswerKind.Open;

    /// <summary>Says whether a statement holds such an answer.</summary>
    public static bool Holds(AnswerKind kind, string statement)
        => kind switch
        {
            AnswerKind.Time => TimeGiven().IsMatch(statement),
            AnswerKind.Figure => FigureGiven().IsMatch(statement),
            AnswerKind.Person => PersonGiven().IsMatch(statement),
            AnswerKind.Place => PlaceGiven().IsMatch(statement),
            AnswerKind.Reason => ReasonGiven().IsMatch(statement),
            AnswerKind.Procedure => ProcedureGiven().IsMatch(statement),
            AnswerKind.Permission => PermissionGiven().IsMatch(statement),
            _ => true,
        };

    [GeneratedRegex(@"\bhow (?:long|soon|fast|quickly|old|often|many (?:working |business |calendar )?(?:days|hours|weeks|months|minutes|years))\b|\b(?:by )?when\b(?!\s+(?:a|an|the|we|i|it|they|you|there|something|somebody|someone|goods|customers?)\s.*\b(?:what|how|who|may|can|do i|do we|should)\b)|\bwhat (?:is|are|'s) the (?:\w+ ){0,4}?(?:deadline|time limit|period|lead time|cut-?offs?|term|hours|response time|frequency|duration|window)\b|\bwhat (?:\w+ )?(?:time|date)\b|\bdeadline\b|\blead time\b|\bcut-?off\b|\b(?:opening hours|response time|notice period|return period|time limit|payment terms)\b|\bhow much (?:time|notice|life)\b|\bdays do\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAsked();

    [GeneratedRegex(@"\bhow (?:much|many|high|large|big|cold|warm|hot|far|heavy|tall)\b|\bwhat (?:is|are|'s) (?:the |our |their )?(?:\w+ ){0,4}?(?:percentage|percent|rate|penalt(?:y|ies)|fee|charge|surcharge|limit|threshold|minimum|maximum|amount|price|discount|rebate|target|level|temperature|range|tolerance|floor|value|margin|number|quantity|accuracy|cost|size|moq|otif)\b|\bwhat (?:percentage|percent|rate|temperature|discount|rebate|penalty|amount|fee|charge|tolerance|range|share|interest)\b|\bwhich (?:temperature|percentage|amount|range)\b|\b(?:minimum|maximum|max|min) (?:order|quantity|value|stack|height|load)|\b(?:rebate|penalty|surcharge|restocking|moq|otif)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureAsked();

    [GeneratedRegex(@"\b(?:who|whom|whose)\b|\bwhich (?:person|role|team|department|manager|level)\b|\bwhat (?:role|person)\b|\bwith whom\b|\bresponsible\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonAsked();

    [GeneratedRegex(@"\bwhere\b|\bwhich (?:zone|location|bin|area|dock|room|place|warehouse)\b|\bin what (?:zone|place)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAsked();

    [GeneratedRegex(@"\bwhy\b|\bwhat(?:'s| is) the reason\b|\bhow come\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonAsked();

    [GeneratedRegex(@"\bhow (?:do|does|should|to|are|is|can|must|would)\b|\bwhat (?:do|should|must|shall|does|can) (?:i|we|one|you|the \w+|a \w+)(?: \w+)? do\b|\bwhat to do\b|\bwhat happens\b|\bsteps?\b|\bprocedure\b|\bprocess for\b|\bwhat(?:'s| is) the (?:process|procedure|way)\b|\bwalk me\b|\bwhat now\b|\bnext\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureAsked();

    [GeneratedRegex(@"^\W*(?:may|can|could|must|should|is|are|am|do|does|will|would|has|have)\b|\b(?:allowed|permitted|ok|okay|possible|may (?:i|we|a|the)|can (?:i|we|a|the|they)|do (?:i|we) (?:have|need)|is it|are we)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PermissionAsked();

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)?(?:-|\s)?(?:working |business |calendar |clear )?(?:minute|min|hour|h|day|week|month|year|quarter)s?\b|\b\d{1,2}[:.]\d{2}\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:the same day|at once|immediately|daily|weekly|monthly|every (?:\w+ )?(?:day|week|month|shift|morning|year|quarter))\b|\bend of (?:the )?(?:month|day|quarter|year|shift)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeGiven();

    [GeneratedRegex(@"\d\s?(?:%|percent|°|ppm)|[€$£]\s?\d|\d\s?(?:€|EUR\b|euros?\b|kg|g|m|cm|mm|l|km|litres?|metres?|cartons?|boxes|units|pallets?|rolls?|pieces|packs?|times?)\b|\b(?:at least|at most|up to|above|below|under|over|more than|maximum|minimum|more|than)\s+\D{0,3}\d|\b\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureGiven();

    [GeneratedRegex(@"\b(?:manager|supervisor|agent|representative|rep|accountant|purchaser|director|lead|leader|officer|inspector|adviser|advisor|team|desk|department|auditor|driver|carrier|salesperson|counter|picker|service|pharmacist|approver|owner|buyer|nobody|everyone|anyone|deputy|planner|sales|operator|clerk)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonGiven();

    [GeneratedRegex(@"\b(?:zone|bin|bay|dock|room|cage|area|rack|shelf|location|bench|lane|desk|warehouse|cabinet|yard|gate|level|site|Lyon|Rotterdam|Leipzig)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceGiven();

    [GeneratedRegex(@"\b(?:because|since|so that|otherwise|reason|due to|in order to|as it|therefore)\b|:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReasonGiven();

    [GeneratedRegex(@"^\W*(?:\d[\d.]*\s+)?(?:check|count|block|book|report|call|enter|record|inform|warn|close|put|place|take|send|ask|move|label|photograph|sign|note|open|scan|write|look|set|make|mark|stop|keep|attach|print|tell)\b|\b(?:must|is (?:reported|recorded|informed|issued|checked|sent|moved|put|taken|set|noted|booked)|are (?:reported|recorded|checked|sent|moved|put|taken|set|noted|booked)|first|then|records?|informs?|reports?|goes on|go on)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureGiven();

    [GeneratedRegex(@"\b(?:may|must|can|can't|cannot|never|not|only|no|nobody|nothing|allowed|permitted|forbidden|prohibited|unless|excluded|accepted|refused|without|always|need|needs|none|except)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PermissionGiven();
}
