using System.Text.RegularExpressions;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>Keeps questions and wishes apart: who asks something gets no action prepared, and a wish for what no action does is not taken for one that sounds alike.</summary>
internal static partial class ActionWish
{
    /// <summary>Takes out the intents that can't be meant.</summary>
    /// <param name="ranked">The intents, likeliest first.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="router">Knows the tools and their examples.</param>
    public static IReadOnlyList<RankedIntent> Sift(IReadOnlyList<RankedIntent> ranked, Understanding clause, IntentRouter router)
    {
        if (!ranked.Any(r => router.Writes(r.Label)))
        {
            return ranked;
        }

        var folded = clause.Text.Folded[clause.Start..clause.End];
        var verb = WriteRequest.VerbOf(folded);
        List<RankedIntent> meant = [.. ranked.Where(r => !router.Writes(r.Label) || (verb is null ? !Asks(folded) : !IsOpposite(verb) || router.Says(r.Label, verb)))];

        // What can't be meant leaves its share to the others.
        var share = meant.Sum(r => r.Probability);
        return meant.Count == ranked.Count || share <= 0 ? meant : meant.ConvertAll(r => r with { Probability = r.Probability / share });
    }

    /// <summary>Says whether a clause wants to know something: "why was it moved", "who reserved that?".</summary>
    public static bool Asks(string folded) => !Polite().IsMatch(folded) && (Interrogative().IsMatch(folded) || folded.TrimEnd().EndsWith('?'));

    /// <summary>Words that undo or end something: an action that was never shown them does the opposite.</summary>
    private static bool IsOpposite(string verb)
        => verb is "cancel" or "delete" or "remove" or "erase" or "refund" or "pay" or "archive" or "scrap" or "write off" or "block" or "rename" or "close" or "reject" or "reopen" or "unblock" or "invoice" or "credit" or "dispatch";

    [GeneratedRegex(@"^\W*(?:(?:please|hi|hello|hey)\W+)*(?:(?:can|could|would|will) you|i (?:want|need|would like|d like))\b")]
    private static partial Regex Polite();

    // "Have we shipped it" asks; "have it counted" wants it done.
    [GeneratedRegex(@"^\W*(?:(?:and|but|so|ok|please|hi|hello|hey)\W+)*(?:what|whats|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have(?= (?:i|you|we|they|he|she|there)\b)|had|should|may|can i|can we|could i|could we|show|list|tell me|give me|check|find|look up|look at|any)\b")]
    private static partial Regex Interrogative();
}
