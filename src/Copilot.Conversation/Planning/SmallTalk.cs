using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Recognises the plainest greetings, thanks and calls for help.</summary>
internal static partial class SmallTalk
{
    /// <summary>Says whether the question is nothing else.</summary>
    public static bool IsAll(string folded) => Whole().IsMatch(folded.Trim(' ', '!', '?', '.', ','));

    /// <summary>The text of a reply to thanks.</summary>
    public const string Thanks = "thanks";

    /// <summary>Says how small talk is answered: thanks in their own way, everything else as a greeting.</summary>
    public static PlanReply Reply(string folded) => new(ReplyKind.SmallTalk, Thanking().IsMatch(folded) ? Thanks : string.Empty);

    [GeneratedRegex(@"\b(?:thanks?|thx|cheers)\b")]
    private static partial Regex Thanking();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|yo|bonjour|hallo|hola|ciao|moin)(?: there| all| copilot| team)?|thanks?(?: you)?(?: very much| a lot| so much)?|thx|cheers|great|perfect|ok(?:ay)?|nice|good ?bye|bye|help(?: me)?|\?+|what can (?:you do|i ask)(?: for me| you)?|who are you|what are you|how does this work|how are you(?: today)?)$")]
    private static partial Regex Whole();
}
