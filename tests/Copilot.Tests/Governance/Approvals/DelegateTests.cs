using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Approvals;
using Copilot.Governance.Policies.Actions;
using Copilot.Testing.Approvals;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Approvals;

/// <summary>Who may approve: holders of the role, and who stands in for them on the day.</summary>
public sealed class DelegateTests
{
    private static readonly DateTimeOffset Day = new(2026, 12, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Caller Deputy = ActionHouse.Person(RoleNames.Purchaser);
    private static readonly Caller Second = ActionHouse.Person(RoleNames.ServiceAgent);

    [Theory]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2026-12-23", false)]
    public void A_stand_in_counts_on_the_days_of_the_absence(string day, bool may)
    {
        var at = DateTimeOffset.Parse(day + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((may, may ? ActionHouse.Boss.Id : null), Who(absences: true).May(Proposal(), Deputy, at));
    }

    [Fact]
    public void A_chain_holds_only_when_each_before_it_is_absent()
    {
        Assert.False(Who(absences: true).May(Proposal(), Second, Day).May);
        Assert.Equal((true, ActionHouse.Boss.Id), Who(absences: true, deputyToo: true).May(Proposal(), Second, Day));
    }

    [Fact]
    public void Nobody_stands_in_for_the_one_who_asked()
        => Assert.False(Who(absences: true).May(Proposal() with { Requester = ActionHouse.Boss }, Deputy, Day).May);

    [Fact]
    public void A_stand_in_for_another_role_is_none()
        => Assert.False(Who(absences: true).May(Proposal("accountant"), Deputy, Day).May);

    [Fact]
    public void An_approver_of_another_company_is_none()
    {
        var proposal = Proposal() with { Draft = Proposal().Draft with { Company = "Meridian Packaging" } };
        Assert.False(Who().May(proposal, ActionHouse.Boss, Day).May);
        Assert.True(Who().May(proposal, ActionHouse.Boss with { Companies = [new CompanyRef(2, "meridian packaging")] }, Day).May);
    }

    [Fact]
    public void One_person_gives_one_approval_whatever_roles_the_person_has()
    {
        var both = ActionHouse.Person(RoleNames.OperationsManager) with { Roles = [RoleNames.OperationsManager, RoleNames.Accountant] };
        var proposal = Proposal() with { Need = Need([[RoleNames.OperationsManager], [RoleNames.Accountant]]) };
        var given = proposal with { Decisions = [new KeptDecision(both, new ProposalDecision("b", DecisionKind.Approved, Day))] };
        Assert.False(Who().May(given, both, Day).May);
        Assert.True(Who().May(given, ActionHouse.Boss with { Id = "demo:other" }, Day).May);
        Assert.True(Who().May(given, ActionHouse.Books, Day).May);
        Assert.Single(Who().Open(given));
    }

    private static Approvers Who(bool absences = false, bool deputyToo = false) => new(GovernanceBench.Policies with
    {
        Actions = new ActionRules
        {
            Delegations = [new Delegation(RoleNames.OperationsManager, ActionHouse.Boss.Id, Deputy.Id, false), new Delegation(RoleNames.OperationsManager, Deputy.Id, Second.Id, false)],
            Absences =
            [
                .. absences ? [new Absence(ActionHouse.Boss.Id, new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 31))] : Array.Empty<Absence>(),
                .. deputyToo ? [new Absence(Deputy.Id, new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 24))] : Array.Empty<Absence>(),
            ],
        },
    });

    private static ActionNeed Need(IReadOnlyList<IReadOnlyList<string>> slots)
        => new() { Level = ActionLevel.AskRole, Slots = slots, Rule = "r", Risk = RiskClass.Low, ExpiresAfter = TimeSpan.FromDays(1), OwnCounts = false };

    private static KeptProposal Proposal(string role = RoleNames.OperationsManager)
    {
        var draft = PracticeAction.Draft(new PracticeErp());
        return new KeptProposal
        {
            Id = "p",
            Reference = "DC-00000000",
            Requester = ActionHouse.Rep,
            Channel = "web",
            Call = new ToolCall { Id = "1", Tool = draft.Tool, Arguments = new JsonObject() },
            Draft = draft,
            Fingerprint = draft.Fingerprint(),
            Evidence = [],
            Signals = [],
            Need = Need([[role]]),
            State = ProposalState.Proposed,
            RequestedAt = Day,
            ExpiresAt = Day.AddDays(10),
        };
    }
}
