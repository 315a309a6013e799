using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Recognises that something shall be changed: "cancel order 42", "can you send them a reminder".</summary>
internal static partial class WriteRequest
{
    /// <summary>Finds the verb of a wish to change something; null when there is none.</summary>
    public static string? VerbOf(string folded)
    {
        var match = Imperative().Match(folded);
        return match.Success ? match.Groups["verb"].Value : null;
    }

    [GeneratedRegex(@"(?:^|[.;!?]\s*|\b(?:and|then|also|just|please|now)\s+)(?:(?:hi|hello|hey)[ ,]+)?(?:please\s+|kindly\s+)?(?:(?:can|could|will|would) you\s+(?:please\s+)?|i (?:want|need|would like|d like) (?:you )?to\s+|i'd like (?:you )?to\s+|go ahead and\s+|let'?s\s+|you (?:must|should)\s+)?(?:please\s+)?(?<verb>cancel|delete|remove|erase|change|modify|edit|update|create|add|insert|send|e-?mail|mail|approve|reject|confirm|validate|post|pay|refund|credit|release|unblock|block|move|transfer|reassign|assign|close|reopen|reserve|unreserve|increase|decrease|lower|raise|reorder|order|buy|purchase|book|schedule|reschedule|postpone|rename|archive|write off|scrap|set|mark|register|issue|invoice|ship|dispatch|apply|grant|extend|place|put|write)\s+(?:up\s+)?(?=(?:the|this|that|these|those|my|our|his|her|their|its|all|every|each|an?|another|it|them|him|some|more|order|orders|invoice|invoices|customer|supplier|ticket|delivery|transfer|stock|price|po|so|line|lines|everything|\d+|to|[a-z]{1,4}\d|[a-z]+[-/]\w*\d)(?![\w']))(?!the (?:list|status|overview)\b|it (?:to )?(?:me|us)\b|(?:order|stock|price|invoice|delivery)s? (?:status|levels?|history|overview|value))")]
    private static partial Regex Imperative();
}
