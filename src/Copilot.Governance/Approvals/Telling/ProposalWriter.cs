using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Approvals.Telling;

/// <summary>Writes proposals: how many, then each with who asked, who decided and how it ended; each cites the page it stands on.</summary>
internal sealed class ProposalWriter(ToolContext context, ProposalQuery query, ProposalWindow window, Approvers approvers, string address)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(context.Caller.TimeZone);
    private readonly List<Finding> findings = [];
    private readonly List<Evidence> evidence = [];

    public ToolResult Write(IReadOnlyList<KeptProposal> found, bool isCut)
    {
        var shown = found.Take(query.Count).ToList();
        var counted = Counted(found, shown.Count);
        var one = found.Count == 1;
        Say(FindingRole.Headline, $"{(one ? "1 proposal" : $"{Number(found.Count)} proposals")} that you may see {Plural(window.Words(query), one)}", null, counted);
        foreach (var proposal in shown)
        {
            Item(proposal);
        }

        if (!context.Caller.Roles.Contains(RoleNames.Auditor))
        {
            Say(FindingRole.Caveat, "You see what you proposed, may decide or have decided; auditors see all", null, counted);
        }

        if (isCut)
        {
            Say(FindingRole.Caveat, $"Only the newest {Number(ProposalStore.MostRead)} proposals were looked at", null, counted);
        }

        if (shown.Count < found.Count)
        {
            Say(FindingRole.Caveat, $"The list shows the newest {Number(shown.Count)} of {Number(found.Count)}", null, counted);
        }

        return new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Findings = findings,
            Evidence = evidence,
            Cards = [Table(shown, found.Count)],
            Cut = shown.Count < found.Count ? new ListCut(shown.Count, found.Count) : null,
        };
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Plural(string words, bool one)
        => one ? words : words.StartsWith("was ", StringComparison.Ordinal) ? "were " + words[4..] : words.StartsWith("waits", StringComparison.Ordinal) ? "wait" + words[5..] : words;

    private static string Id(KeptProposal proposal) => $"proposal:{proposal.Id}";

    private static string State(KeptProposal proposal, DateTimeOffset now) => proposal.State switch
    {
        ProposalState.Proposed when now < proposal.ExpiresAt => "waiting",
        ProposalState.Proposed or ProposalState.Expired => "lapsed",
        var other => other.ToString().ToLowerInvariant(),
    };

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private void Item(KeptProposal proposal)
    {
        var text = $"{proposal.Reference}: {ProposalText.Summary(proposal)} — asked for by {ProposalText.Clean(proposal.Requester.DisplayName, 60)} on {ProposalText.Day(Day(proposal.RequestedAt))}; {ProposalText.Fate(proposal, approvers.Open(proposal), context.Now, Day)}";
        evidence.Add(new Evidence
        {
            Id = Id(proposal),
            Kind = EvidenceKind.Record,
            Title = $"Proposal {proposal.Reference}",
            Uri = $"{address.TrimEnd('/')}/console/proposals?id={proposal.Id}",
            Excerpt = text,
            AsOf = context.Now,
            Version = proposal.Version.ToString(CultureInfo.InvariantCulture),
            Facts =
            [
                Code("Proposal", proposal.Reference), Text("State", State(proposal, context.Now)), Text("Asked for by", proposal.Requester.DisplayName), Date("Asked on", Day(proposal.RequestedAt)), Date("Lapses", Day(proposal.ExpiresAt)),
                .. proposal.Decisions.SelectMany(d => new[] { Text(d.Said.Kind == DecisionKind.Approved ? "Approved by" : "Rejected by", d.Said.By), Date(d.Said.Kind == DecisionKind.Approved ? "Approved on" : "Rejected on", Day(d.Said.At)) }),
                .. proposal.Decisions.Where(d => d.Said.Comment is { Length: > 0 }).Select(d => Text("Reason given", d.Said.Comment)),
                .. proposal.Draft.Records.Where(r => r.Name.Length > 0).Select(r => Text("Record", r.Name)),
                .. proposal.Outcome is { } outcome ? [Text("Outcome", outcome.Summary)] : Array.Empty<Fact>(),
            ],
        });
        Say(FindingRole.Item, text, proposal.Reference, Id(proposal));
    }

    private string Counted(IReadOnlyList<KeptProposal> found, int shown)
    {
        const string id = "calc:proposals";
        var result = new Fact("Proposals", FactKind.Number, found.Count.ToString(CultureInfo.InvariantCulture));
        evidence.Add(new Evidence
        {
            Id = id,
            Kind = EvidenceKind.Calculation,
            Title = "Proposals counted",
            Excerpt = $"Proposals: what {window.Words(query)}",
            AsOf = context.Now,
            Facts = [result, .. window.From is { } from ? [Date("From", from)] : Array.Empty<Fact>(), Date("To", window.To), new Fact("Shown", FactKind.Number, shown.ToString(CultureInfo.InvariantCulture)), new Fact("Most looked at", FactKind.Number, ProposalStore.MostRead.ToString(CultureInfo.InvariantCulture))],
            Calculation = new Calculation(CalculationOperation.Count, [.. found.Select(p => Code("Counted", p.Reference))], result, "proposals that the reader may see and that match the question"),
        });
        return id;
    }

    private TableCard Table(List<KeptProposal> shown, int total) => new()
    {
        Title = "Proposals",
        Columns = [new("reference", "Proposal", FactKind.Code), new("action", "Action", FactKind.Text), new("state", "State", FactKind.Text), new("asked", "Asked for by", FactKind.Text), new("decided", "Decided by", FactKind.Text)],
        Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(p.Reference), JsonValue.Create(ProposalText.Summary(p)), JsonValue.Create(State(p, context.Now)), JsonValue.Create(ProposalText.Clean(p.Requester.DisplayName, 60)),
            JsonValue.Create(ProposalText.Clean(string.Join(", ", p.Decisions.Select(d => d.Said.By)), 120)),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(Id)],
    };

    private void Say(FindingRole role, string text, string? topic, string evidenceId)
        => findings.Add(new Finding { Role = role, Text = text.EndsWith('.') || text.EndsWith('…') ? text : text + ".", Topic = topic, EvidenceIds = [evidenceId] });

    private static Fact Code(string name, string value) => new(name, FactKind.Code, value);

    private static Fact Text(string name, string? value) => new(name, FactKind.Text, ProposalText.Clean(value, 240));

    private static Fact Date(string name, DateOnly day) => new(name, FactKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
