using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Recognises the plainest greetings, thanks and calls for help.</summary>
internal static partial class SmallTalk
{
    /// <summary>Says whether the question is nothing else.</summary>
    public static bool IsAll(string folded) => Whole().IsMatch(folded.Trim(' ', '!', '?', '.', ','));

    /// <summary>Says which small talk it is.</summary>
    public static ReplyKind KindOf(string folded) => Thanking().IsMatch(folded) ? ReplyKind.Thanks : ReplyKind.SmallTalk;

    /// <summary>Says whether a plan does nothing but answer small talk.</summary>
    public static bool IsReply(PlanReply? reply) => reply?.Kind is ReplyKind.SmallTalk or ReplyKind.Thanks;

    [GeneratedRegex(@"\b(?:thanks?|thx|cheers)\b")]
    private static partial Regex Thanking();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|yo|bonjour|hallo|hola|ciao|moin)(?: there| all| copilot| team)?|thanks?(?: you)?(?: very much| a lot| so much)?|thx|cheers|great|perfect|ok(?:ay)?|nice|good ?bye|bye|help(?: me)?|\?+|what can (?:you do|i ask)(?: for me| you)?|who are you|what are you|how does this work|how are you(?: today)?)$")]
    private static partial Regex Whole();
}
