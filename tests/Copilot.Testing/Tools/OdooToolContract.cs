using Copilot.Contracts;
using Xunit;

namespace Copilot.Testing.Tools;

/// <summary>What every tool over the business system keeps to, asked of the practice company.</summary>
public abstract class OdooToolContract(PracticeCompany company) : ToolContract
{
    protected PracticeCompany Company { get; } = company;

    protected override ITool Tool => Company.Tool(Name);

    protected override IReadOnlyList<Caller> Callers => [PracticeCompany.As(RoleNames.OperationsManager), .. PracticeCompany.People.Where(p => !p.Roles.Contains(RoleNames.OperationsManager))];

    /// <summary>Gets the roles whose accounts may not use it at all.</summary>
    protected abstract IReadOnlyList<string> Refused { get; }

    [Fact]
    public async Task It_stays_within_the_round_trips_it_promises()
    {
        foreach (var sample in Samples)
        {
            Company.ResetRoundTrips();
            await RunAsync(Callers[0], sample);
            Assert.InRange(Company.RoundTrips, 0, Tool.Definition.MaxRoundTrips);
        }
    }

    [Fact]
    public async Task The_number_of_rows_does_not_change_the_round_trips()
    {
        Company.ResetRoundTrips();
        await RunAsync(Callers[0], WithCount(1));
        var few = Company.RoundTrips;
        Company.ResetRoundTrips();
        await RunAsync(Callers[0], WithCount(50));
        Assert.Equal(few, Company.RoundTrips);
    }

    [Fact]
    public async Task Accounts_without_the_right_are_refused_and_see_nothing()
    {
        foreach (var caller in Callers)
        {
            var result = await RunAsync(caller, Samples[0]);
            Assert.True(Refused.Contains(caller.Roles[0]) == (result.Outcome == ToolOutcome.Denied), $"{caller.Roles[0]}: {result.Outcome} {result.Reason}");
        }
    }

    [Fact]
    public async Task Every_cited_record_opens_in_the_business_system()
    {
        var result = await RunAsync(Callers[0], Samples[0]);
        Assert.All(result.Evidence.Where(e => e.Record is not null), e => Assert.StartsWith("http://127.0.0.1:", e.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer()
        => Assert.Equal(
            (await RunAsync(Callers[0], Samples[0])).Findings.Select(f => f.Text),
            (await RunAsync(Callers[0], Samples[0])).Findings.Select(f => f.Text));

    private string WithCount(int count)
    {
        var arguments = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(Samples[0])!;
        if (Tool.Definition.Parameters.Any(p => p.Name == "count"))
        {
            arguments["count"] = count;
        }

        return arguments.ToJsonString();
    }
}
