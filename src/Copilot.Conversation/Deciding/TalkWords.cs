using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Conversation.Deciding;

/// <summary>What is said when somebody decides by words.</summary>
internal static partial class TalkWords
{
    /// <summary>Says that nothing was shown that could be decided.</summary>
    public const string NothingShown = "There is nothing here that I showed you and that still waits for a decision, so nothing was approved or rejected. Ask “what waits for my approval?” to see what there is.";

    /// <summary>Says that words do not decide here.</summary>
    public const string NotHere = "Proposals are not decided here, so nothing was approved or rejected. Decide it in the web chat or under /console/proposals.";

    /// <summary>Asks whether a nod was an approval.</summary>
    public static string Unclear(IReadOnlyList<Proposal> shown) => $"Shall it be done? Nothing is changed until you say “approve{(shown.Count > 1 ? " all" : string.Empty)}”.";

    /// <summary>Asks which one is meant.</summary>
    public static string Which(IReadOnlyList<Proposal> shown)
        => $"Which one do you mean: {string.Join(", ", shown.Select((p, i) => $"{i + 1}) {p.Summary.TrimEnd('.')} ({p.Reference})"))}? Say for example “approve the first”, “approve all”, or name the reference. Nothing was decided.";

    /// <summary>Says that only the whole can be approved.</summary>
    public static string NotInPart(IReadOnlyList<Proposal> shown)
        => $"I can only approve exactly what is shown, so nothing was approved. Say what you want instead as a request of its own, and I prepare it anew; {References(shown)} still waits until you approve or reject it.";

    /// <summary>Says that something new was prepared in the place of what was shown.</summary>
    public static string Anew(IReadOnlyList<Proposal> shown)
        => $"Nothing was approved: this is a new proposal. {References(shown)} still waits; say “reject {shown[0].Reference}” to drop it.";

    /// <summary>Says how many wait for the caller.</summary>
    public static string Waiting(int count) => count switch
    {
        0 => "Nothing waits for your approval.",
        1 => "One proposal waits for your approval; say “approve” or “reject”.",
        _ => $"{count} proposals wait for your approval; say for example “approve the first” or “reject the second: too expensive”.",
    };

    /// <summary>Says that more wait than are listed.</summary>
    public static string More(int count) => $"{count} more stand under /console/proposals.";

    /// <summary>Introduces what waits for others.</summary>
    public static string Elsewhere(int count) => count == 1 ? "One of yours or of your department waits for somebody else:" : $"{count} of yours or of your department wait for somebody else:";

    /// <summary>What shall be different, as a follow-up question: "make it Friday" names Friday.</summary>
    public static string Different(string words) => Leading().Replace(words, string.Empty).Trim(' ', '.', '!', ',');

    private static string References(IReadOnlyList<Proposal> shown) => string.Join(" and ", shown.Select(p => p.Reference));

    [GeneratedRegex(@"^\W*(?:please\s+)?(?:make|change|move|set|use|take|do|put|with)(?:\s+(?:it|that|this))?(?:\s+(?:to|for|on|be))?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}
