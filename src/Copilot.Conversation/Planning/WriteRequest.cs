using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Recognises that something shall be changed: "cancel order 42", "can you send them a reminder".</summary>
internal static partial class WriteRequest
{
    private const string Beginning = @"(?:^|[.;!?]\s*|\b(?:and|then|also|just|please|now)\s+)(?:(?:hi|hello|hey)[ ,]+)?(?:please\s+|kindly\s+)?"
        + @"(?:(?:can|could|will|would) you\s+(?:please\s+)?|i (?:want|need|would like|d like) (?:you )?to\s+|i'd like (?:you )?to\s+|go ahead and\s+|let'?s\s+|you (?:must|should)\s+)?(?:please\s+)?";

    private const string Things = "orders?|invoices?|bills?|customers?|suppliers?|tickets?|delivery|deliveries|transfers?|stock|prices?|po|so|lines?|everything|\\d+|[a-z]{1,4}\\d+|[a-z]+[-/]\\w*\\d";
    private const string Pointers = "the|this|that|these|those|my|our|his|her|their|its|all|every|each|an?|another|it|them|him|some|more";
    private const string Looks = @"(?:the )?(?:list|status|overview|summary|delivery date|ship date|promised|date|availability|stock (?:level|of)|price of)\b|it (?:to )?(?:me|us)\b|(?:order|stock|price|invoice|delivery)s? (?:status|levels?|history|overview|value)";

    /// <summary>Finds the verb of a wish to change something; null when there is none.</summary>
    public static string? VerbOf(string folded)
    {
        var match = Verb().Match(folded);
        match = match.Success ? match : NounLike().Match(folded);
        return match.Success ? match.Groups["verb"].Value : null;
    }

    // "Confirm the delivery date" and "send me the list" want to know something; "change the delivery date" does not.
    [GeneratedRegex(Beginning + @"(?:(?<verb>confirm|validate|send|e-?mail|mail|add|write)\s+(?!" + Looks + @")|(?<verb>cancel|delete|remove|erase|change|modify|edit|update|create|insert|approve|reject|pay|refund|release|unblock|block|move|reassign|assign|close|reopen|unreserve|increase|decrease|lower|raise|reorder|buy|reschedule|postpone|rename|archive|write off|scrap|set|register|dispatch|apply|grant|extend|put)\s+(?:up\s+)?)(?=(?:" + Pointers + "|" + Things + @")(?![\w']))")]
    private static partial Regex Verb();

    // "Order 42" names an order, "order 42 boxes" wants some: what is a noun as well needs a pointer or a unit behind it.
    [GeneratedRegex(Beginning + @"(?<verb>order|invoice|transfer|purchase|book|issue|credit|ship|schedule|mark|place|post|reserve)\s+(?!" + Looks + @")(?=(?:(?:" + Pointers + @")(?![\w'])|\d+ ?(?:more|pcs|pieces|units?|boxes|box|pallets?|rolls?|pairs?|x)\b|\d+ (?:of )?[a-z]{2,}[a-z0-9]*-(?=[a-z0-9-]*[0-9-])[a-z0-9-]*[a-z0-9]))")]
    private static partial Regex NounLike();
}
