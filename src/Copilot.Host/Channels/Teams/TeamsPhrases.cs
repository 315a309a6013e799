using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels.Teams;

/// <summary>What the bot says of its own accord.</summary>
internal static class TeamsPhrases
{
    public const string Stopped = "Stopped.";
    public const string Restarting = "I could not finish this: the service is being restarted. Please ask again in a moment.";
    public const string NothingToStop = "I am not working on anything here.";
    public const string NewTopic = "We begin anew: I no longer lean on what was said before.";
    public const string WrongCode = "This code is wrong, used already, or older than a quarter of an hour. Get a new one where you got it.";
    public const string NoDirectory = "I only know people who are signed in to Teams with an account of the company.";
    public const string NoRoom = "I have too much to do just now. Please ask again in a minute.";
    public const string NotLinkedShort = "I don't know who you are here yet. Write to me in a chat first; I will say what to do.";
    public const string NoQuestion = "Ask me about orders, stock, receipts, invoices, or what our policies and agreements say.";
    public const string ContinueAlone = "Write **continue** to me in a chat of our own: what you asked elsewhere is nobody's business here.";
    public const string NoConversations = "You have no earlier conversations.";
    public const string AlertsOff = "I no longer tell you of exceptions here. **alerts on** brings them back; you find them all with \"what needs my attention\".";
    public const string AlertsOn = "I tell you of new exceptions that concern your role, several together.";
    public const string AlertsElsewhere = "Write that to me in a chat of our own.";
    public const string AboutFile = "What is in this document?";

    /// <summary>Gets the greeting.</summary>
    /// <param name="caller">Who is greeted, or null for somebody not linked.</param>
    /// <param name="language">In which language, an ISO 639-1 code.</param>
    /// <returns>The text.</returns>
    public static string Welcome(Caller? caller, string language) => caller is null
        ? Phrases.In(language, "Hello. I answer questions about orders, stock, receipts, invoices and the company's own documents, and show where every figure comes from. Write to me and I will say how to link your account.")
        : Phrases.In(language, "Hello {0}. Ask me about orders, stock, receipts, invoices and the company's own documents; every figure has its source. In a team, mention me; others there read what I answer you. "
            + "**new** begins another topic, **continue** goes on with an earlier one, also of the web chat; **stop** stops me, **alerts off** keeps me from writing first.", caller.DisplayName);

    /// <summary>Says how somebody gets linked.</summary>
    /// <param name="name">The person's name in Teams.</param>
    /// <param name="email">The person's address, or null.</param>
    /// <param name="language">In which language, an ISO 639-1 code.</param>
    /// <returns>The text.</returns>
    public static string NotLinked(string? name, string? email, string language) => Phrases.In(
        language,
        "I don't know yet which account here is yours, so I can't answer. Your request is noted{0}: an administrator has to confirm it. "
            + "Or get a code from an administrator, or with `POST /api/v1/teams/invitations` where you are signed in, and send it here: **link ABCD-EFGH**.",
        string.Concat(new[] { name, email }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => ", " + part!.Replace("<", "&lt;", StringComparison.Ordinal))));

    /// <summary>Gets questions to begin with.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>At most three.</returns>
    public static IReadOnlyList<string> Suggestions(Caller caller) => (caller.Roles is [var role, ..] ? role : null) switch
    {
        RoleNames.SalesRep => ["Which of my orders are at risk this week, and why?", "How many nitrile gloves large are free in Lyon?"],
        RoleNames.WarehouseSupervisor => ["Which receipts are late, and which orders wait for them?", "What do I do when a bin is empty during picking?"],
        RoleNames.ServiceAgent => ["How long may a customer take to return goods?", "Within what time must transport damage be reported?"],
        RoleNames.Purchaser => ["Which receipts are late?", "What could replace GLV-NIT-L?"],
        RoleNames.Accountant => ["Which invoices are overdue, and by how much?", "Who may release a credit hold?"],
        RoleNames.OperationsManager => ["Which orders are at risk of missing their promised ship date this week, and why?", "Which receipts are late?"],
        _ => [],
    };
}
