using Copilot.Contracts;
using Copilot.Conversation.Planning;

namespace Copilot.Conversation.Composing;

/// <summary>The closed set of sentences that the composer says itself. They claim nothing of the business.</summary>
internal static class OwnWords
{
    /// <summary>Introduces what can be asked.</summary>
    public const string Offer = "I can tell you:";

    /// <summary>Says that found things did not stand the check.</summary>
    public const string NotVerified = "I found something, but could not verify it against its sources, so I leave it out.";

    /// <summary>Introduces what can be proposed.</summary>
    public const string OfferDeeds = "I can propose, for a person to decide, to:";

    /// <summary>Says that names were not recognised.</summary>
    public const string WithoutNames = "I could not read the names of customers, products and orders just now, so I may have missed whom or what you mean.";

    /// <summary>Says that no causes were found.</summary>
    public const string NoCauses = "I found no recorded causes for this.";

    /// <summary>Says that a draft is there.</summary>
    public const string DraftReady = "Here is a draft to check and change before anybody sends it; nothing was sent.";

    /// <summary>Says that nothing was found.</summary>
    public static string NotFound(ToolDefinition tool, string? about)
        => about is null ? $"I found nothing that answers this ({LookedAt(tool)})." : $"I found nothing on {about} that answers this ({LookedAt(tool)}).";

    /// <summary>Says that the caller may not.</summary>
    public static string Denied(ToolDefinition tool, string? reason) 
        => tool.Writes ? $"I can't {AbilityWords.Deed(tool)} for you, and nothing was changed: {Sentence(reason ?? "your role does not allow it")}" : $"I can't tell you {tool.Ability}: {Sentence(reason ?? "your role does not allow it")}";

    /// <summary>Says that a look-up failed.</summary>
    public static string Failed(ToolDefinition tool, string? reason) 
        => tool.Writes ? $"I could not prepare this, and nothing was changed: {Sentence(reason ?? "something went wrong")}" : $"I could not find out {tool.Ability}: {Sentence(reason ?? "something went wrong")}";

    /// <summary>Says that a list is longer than what was read.</summary>
    public static string Cut(ListCut cut) => $"This covers the first {cut.Shown} of {cut.Total}.";

    /// <summary>Says that more stands in the table.</summary>
    public static string MoreInTable(int more) => $"{more} more {(more == 1 ? "is" : "are")} in the table beside this answer.";

    /// <summary>Says that more was found.</summary>
    public static string More(int more) => $"{more} more {(more == 1 ? "is" : "are")} not listed here; ask for a part of them, for example for one customer or period.";

    /// <summary>Writes what is said instead of looking something up.</summary>
    public static string Reply(PlanReply reply) => reply.Kind switch
    {
        ReplyKind.Thanks => "You're welcome.",
        ReplyKind.SmallTalk => "Hello! Ask me about orders, stock, customers, receipts or our procedures, in your own words.",
        ReplyKind.QuestionBack => reply.Text,
        ReplyKind.OutOfScope => "I don't know: nothing I can look up answers that.",
        ReplyKind.Unsure => $"I did not understand this part: “{reply.Text}”.",
        ReplyKind.Write => "I can't do that yet, and nothing was changed in the business system.",
        ReplyKind.Language => LanguageNotes.AsksForEnglish(reply.Text),
        _ => "I could not read a question in that. Please write it in words.",
    };

    private static string LookedAt(ToolDefinition tool)
    {
        var status = tool.Status.Trim().TrimEnd('…', '.').Trim();
        return status.StartsWith("looking ", StringComparison.OrdinalIgnoreCase) ? "looked " + status["looking ".Length..]
            : status.StartsWith("searching ", StringComparison.OrdinalIgnoreCase) ? "searched " + status["searching ".Length..]
            : status.StartsWith("reading ", StringComparison.OrdinalIgnoreCase) ? "read " + status["reading ".Length..]
            : status.StartsWith("checking ", StringComparison.OrdinalIgnoreCase) ? "checked " + status["checking ".Length..]
            : "looked up by: " + status;
    }

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.EndsWith('.') || trimmed.EndsWith('!') || trimmed.EndsWith('?') ? trimmed : trimmed + ".";
    }
}
