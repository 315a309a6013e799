using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Speaking;

namespace Copilot.Conversation.Composing;

/// <summary>The closed set of sentences that the composer says itself, in the caller's language. They claim nothing of the business.</summary>
/// <param name="language">An ISO 639-1 code.</param>
internal sealed class OwnWords(string language)
{
    /// <summary>Gets what is said in English.</summary>
    public static OwnWords English { get; } = new("en");

    /// <summary>Gets what introduces what can be asked.</summary>
    public string Offer => Say("I can tell you:");

    /// <summary>Gets what says that found things did not stand the check.</summary>
    public string NotVerified => Say("I found something, but could not verify it against its sources, so I leave it out.");

    /// <summary>Gets what introduces what can be proposed.</summary>
    public string OfferDeeds => Say("I can propose, for a person to decide, to:");

    /// <summary>Gets what says that names were not recognised.</summary>
    public string WithoutNames => Say("I could not read the names of customers, products and orders just now, so I may have missed whom or what you mean.");

    /// <summary>Gets what says that no causes were found.</summary>
    public string NoCauses => Say("I found no recorded causes for this.");

    /// <summary>Gets what says that a draft is there.</summary>
    public string DraftReady => Say("Here is a draft to check and change before anybody sends it; nothing was sent.");

    /// <summary>Says a phrase of the house.</summary>
    public string Say(string english) => Phrases.In(language, english);

    /// <summary>Says that nothing was found.</summary>
    public string NotFound(ToolDefinition tool, string? about)
    {
        // How it was looked up reads well as a part of the sentence in English only; elsewhere it is quoted as the step that was shown.
        var looked = language == "en" ? LookedAt(tool) : Say(tool.Status).Trim().TrimEnd('…', '.');
        return about is null ? Phrases.In(language, "I found nothing that answers this ({0}).", looked) : Phrases.In(language, "I found nothing on {0} that answers this ({1}).", about, looked);
    }

    /// <summary>Says that the caller may not.</summary>
    public string Denied(ToolDefinition tool, string? reason)
    {
        var why = Sentence(Say(reason ?? "your role does not allow it"));
        return tool.Writes ? Phrases.In(language, "I can't {0} for you, and nothing was changed: {1}", Deed(tool), why) : Phrases.In(language, "I can't tell you {0}: {1}", Say(tool.Ability), why);
    }

    /// <summary>Says that a look-up failed.</summary>
    public string Failed(ToolDefinition tool, string? reason)
    {
        var why = Sentence(Say(reason ?? "something went wrong"));
        return tool.Writes ? Phrases.In(language, "I could not prepare this, and nothing was changed: {0}", why) : Phrases.In(language, "I could not find out {0}: {1}", Say(tool.Ability), why);
    }

    /// <summary>Says what an action would do.</summary>
    public string Deed(ToolDefinition tool) => Say(AbilityWords.Deed(tool));

    /// <summary>Says which companies the look-ups covered.</summary>
    public string LookedIn(IReadOnlyList<string> companies) => Phrases.In(language, "This covers {0} and {1}.", string.Join(", ", companies.SkipLast(1)), companies[^1]);

    /// <summary>Says that a list is longer than what was read.</summary>
    public string Cut(ListCut cut) => Phrases.In(language, "This covers the first {0} of {1}.", cut.Shown, cut.Total);

    /// <summary>Says that more stands in the table.</summary>
    public string MoreInTable(int more) => Phrases.In(language, more == 1 ? "{0} more is in the table beside this answer." : "{0} more are in the table beside this answer.", more);

    /// <summary>Says that more was found.</summary>
    public string More(int more)
        => Phrases.In(language, more == 1 ? "{0} more is not listed here; ask for a part of them, for example for one customer or period." : "{0} more are not listed here; ask for a part of them, for example for one customer or period.", more);

    /// <summary>Says that what was prepared may not be proposed.</summary>
    public string Refused(string? reason) => Phrases.In(language, "I can't propose this, and nothing was changed: {0}", Say(reason ?? "the policies do not allow it."));

    /// <summary>Writes what is said instead of looking something up.</summary>
    public string Reply(PlanReply reply) => reply.Kind switch
    {
        ReplyKind.Thanks => Say("You're welcome."),
        ReplyKind.SmallTalk => Say("Hello! Ask me about orders, stock, customers, receipts or our procedures, in your own words."),
        ReplyKind.QuestionBack => Say(reply.Text),
        ReplyKind.OutOfScope => Say("I don't know: nothing I can look up answers that. Ask “What can you do?” for everything I can."),
        ReplyKind.Unsure => Phrases.In(language, "I did not understand this part: “{0}”.", reply.Text),
        ReplyKind.Write => Say("I can't do that yet, and nothing was changed in the business system."),
        ReplyKind.Language => LanguageNotes.AsksForEnglish(reply.Text),
        _ => Say("I could not read a question in that. Please write it in words."),
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
