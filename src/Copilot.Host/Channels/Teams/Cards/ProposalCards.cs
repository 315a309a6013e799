using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>A proposed action as a card that is decided where it is shown. What a button sends back only names the proposal; everything else is looked up again.</summary>
internal static class ProposalCards
{
    /// <summary>The verb of a decision.</summary>
    public const string Decide = "proposal.decide";

    /// <summary>The verb with which a card asks how things stand.</summary>
    public const string Refresh = "proposal.refresh";

    /// <summary>The input with the reason.</summary>
    public const string Comment = "comment";

    private const int MostChanges = 20;
    private const int LongestValue = 300;

    /// <summary>Writes the card.</summary>
    /// <param name="proposal">The proposal as its reader sees it.</param>
    /// <param name="reader">The reader's id in Teams, for whom it is brought up to date when it is seen again; or null.</param>
    /// <param name="culture">How figures are written.</param>
    /// <param name="shared">Whether others see the same card: then everybody gets the buttons, and pressing shows who may.</param>
    /// <returns>The card.</returns>
    public static JsonObject Of(Proposal proposal, string? reader, CultureInfo culture, bool shared = false)
    {
        var card = AdaptiveCard.Of(Body(proposal, culture));
        if (reader is not null)
        {
            card["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Refresh, ["data"] = new JsonObject { ["proposal"] = proposal.Id } },
                ["userIds"] = new JsonArray(reader),
            };
        }

        if (proposal.State != ProposalState.Proposed)
        {
            return card;
        }

        List<JsonNode> actions = [];
        if (proposal.MayApprove || shared)
        {
            actions.Add(Button(Say(culture, "Approve"), "approve", proposal, "positive"));
        }

        if (proposal.MayReject || shared)
        {
            actions.Add(Button(Say(culture, "Reject"), "reject", proposal, "destructive"));
        }

        if (actions.Count > 0)
        {
            card["body"]!.AsArray().Add(new JsonObject { ["type"] = "Input.Text", ["id"] = Comment, ["label"] = Say(culture, "Reason (optional)"), ["isMultiline"] = true, ["maxLength"] = 2000 });
            card["actions"] = new JsonArray([.. actions]);
        }

        return card;
    }

    private static IEnumerable<JsonNode> Body(Proposal proposal, CultureInfo culture)
    {
        yield return AdaptiveCard.Heading(proposal.Summary);
        yield return AdaptiveCard.Line(State(proposal, culture), "Bolder", color: Color(proposal.State));
        List<(string, string)> facts = [(Say(culture, "Reference"), proposal.Reference)];
        if (proposal.Exposure.Amount != 0)
        {
            facts.Add((Say(culture, "At stake"), CardFigures.Text(proposal.Exposure.Amount.ToString(CultureInfo.InvariantCulture), FactKind.Money, culture, proposal.Exposure.Currency)));
        }

        if (proposal.Margin is { } margin)
        {
            facts.Add((Say(culture, "Margin afterwards"), (margin * 100).ToString("0.##", culture) + " %"));
        }

        if (proposal.Discount is { } discount and not 0)
        {
            facts.Add((Say(culture, "Discount"), (discount * 100).ToString("0.##", culture) + " %"));
        }

        facts.AddRange([(Say(culture, "Risk"), Say(culture, proposal.Risk.ToString().ToLowerInvariant())), (Say(culture, "Company"), proposal.Company ?? string.Empty), (Say(culture, "Asked by"), proposal.RequestedBy), (Say(culture, "Reason"), proposal.Reason ?? string.Empty)]);
        if (proposal.State == ProposalState.Proposed)
        {
            facts.Add((Say(culture, "Lapses"), proposal.ExpiresAt.UtcDateTime.ToString("d MMM yyyy HH:mm", culture) + " UTC"));
        }

        yield return AdaptiveCard.Pairs(facts.Where(fact => fact.Item2.Length > 0).Select(fact => (fact.Item1, Cut(fact.Item2))));
        if (proposal.Changes.Count > 0)
        {
            IEnumerable<JsonObject> heading = [AdaptiveCard.Line(Say(culture, "What"), "Bolder"), AdaptiveCard.Line(Say(culture, "Now"), "Bolder"), AdaptiveCard.Line(Say(culture, "Then"), "Bolder")];
            var rows = proposal.Changes.Take(MostChanges).Select(change => (IEnumerable<JsonObject>)[AdaptiveCard.Line(Cut(change.Label)), AdaptiveCard.Line(Cut(change.Old ?? "–")), AdaptiveCard.Line(Cut(change.New ?? "–"))]);
            yield return AdaptiveCard.Table([2, 2, 2], rows.Prepend(heading), headed: true);
            if (proposal.Changes.Count > MostChanges)
            {
                yield return AdaptiveCard.Line(Phrases.In(Language(culture), "and {0} more changes, all shown in the web chat", proposal.Changes.Count - MostChanges), subtle: true);
            }
        }

        foreach (var warning in proposal.Warnings.Take(5))
        {
            yield return AdaptiveCard.Line("⚠ " + Cut(warning), color: "Warning");
        }

        foreach (var decision in proposal.Decisions.TakeLast(5))
        {
            yield return AdaptiveCard.Line(
                string.Create(culture, $"{decision.By}: {Say(culture, decision.Kind.ToString().ToLowerInvariant())}, {decision.At.UtcDateTime:d MMM yyyy HH:mm} UTC{(decision.Comment is null ? string.Empty : ". " + Cut(decision.Comment))}"), subtle: true);
        }

        if (proposal.Outcome is { } outcome)
        {
            yield return AdaptiveCard.Line(Cut(outcome.Summary));
        }
    }

    private static string State(Proposal proposal, CultureInfo culture) => proposal.State switch
    {
        ProposalState.Proposed when proposal.ApproverRole == "requester" => Say(culture, "Waits for your decision"),
        ProposalState.Proposed => Phrases.In(Language(culture), "Waits for a decision by: {0}", string.Join(" / ", proposal.ApproverRoles.DefaultIfEmpty(proposal.ApproverRole)))
            + (proposal.ApprovalsMissing > 1 ? Phrases.In(Language(culture), " ({0} approvals missing)", proposal.ApprovalsMissing) : string.Empty),
        ProposalState.Approved => Say(culture, "Approved, not yet done"),
        ProposalState.Rejected => Say(culture, "Rejected"),
        ProposalState.Expired => Say(culture, "Lapsed without a decision"),
        ProposalState.Executing => Say(culture, "Approved, being done"),
        ProposalState.Done => Say(culture, "Done"),
        _ => Say(culture, "Tried and failed"),
    };

    private static string Color(ProposalState state) => state switch
    {
        ProposalState.Done => "Good",
        ProposalState.Failed or ProposalState.Rejected => "Attention",
        ProposalState.Expired => "Warning",
        _ => "Accent",
    };

    private static JsonObject Button(string title, string decision, Proposal proposal, string style)
    {
        // The fingerprint binds the decision to what is on this card: if it has changed since, the decision is not taken.
        JsonObject Data() => new() { ["verb"] = Decide, ["proposal"] = proposal.Id, ["decision"] = decision, ["shown"] = proposal.Fingerprint.Length == 0 ? null : proposal.Fingerprint };
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = Decide,
            ["style"] = style,
            ["data"] = Data(),
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["style"] = style, ["data"] = Data() },
        };
    }

    private static string Say(CultureInfo culture, string english) => Phrases.In(Language(culture), english);

    private static string Language(CultureInfo culture) => culture.TwoLetterISOLanguageName;

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..(LongestValue - 1)] + "…";
}
