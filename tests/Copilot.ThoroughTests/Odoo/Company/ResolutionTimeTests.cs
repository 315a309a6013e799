using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Exceptions;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Company;

/// <summary>How long trouble took, over exceptions and tickets alike. Cases are settled here, so the company is not the shared one.</summary>
public sealed class ResolutionTimeTests : IAsyncLifetime
{
    private readonly PracticeCompany company = new();

    private static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    public async Task InitializeAsync()
    {
        await company.InitializeAsync();
        await company.WatchAsync();
    }

    public Task DisposeAsync() => company.DisposeAsync();

    [Fact]
    public async Task Tickets_alone_answer_while_no_exception_has_ended()
    {
        var answer = await AskAsync(Manager, """{"measure":"resolution"}""");

        Assert.Matches(@"days on average over \d+ tickets?", answer.Findings[0].Text);
        Assert.DoesNotContain("exception", answer.Findings[0].Text[Copilot.Odoo.Company.KpiDefinitions.Resolution.Name.Length..], StringComparison.Ordinal);
        Assert.Contains(answer.Findings, f => f.Text.Contains("exceptions of the watch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exceptions_that_were_resolved_count_beside_tickets_and_dismissed_ones_do_not()
    {
        var late = await SettleAsync(Taxonomy.LateReceipt, ExceptionState.Resolved);
        var held = await SettleAsync(Taxonomy.CreditHold, ExceptionState.Resolved);
        var put = await SettleAsync(Taxonomy.PickFailure, ExceptionState.Dismissed);

        var answer = await AskAsync(Manager, """{"measure":"resolution"}""");

        Assert.Contains("over 2 exceptions and ", answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.Empty(FigureCheck.Unsupported(answer));
        var counted = Counted(answer);
        Assert.Contains(late, counted);
        Assert.Contains(held, counted);
        Assert.DoesNotContain(put, counted);

        var supervisor = Counted(await AskAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"measure":"resolution"}"""));
        Assert.Empty(supervisor.Intersect(await UnseenAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), [late, held])));
    }

    [Fact]
    public async Task A_supplier_has_the_exceptions_of_its_purchase_orders_and_no_tickets()
    {
        var late = await SettleAsync(Taxonomy.LateReceipt, ExceptionState.Resolved, "Shenhua");

        var answer = await AskAsync(Manager, """{"measure":"resolution","supplier":"Shenhua Glove Works"}""");

        Assert.Equal([late], Counted(answer));
        Assert.Contains("over 1 exception", answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(answer.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("Tickets name no supplier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tickets_belong_to_the_warehouse_of_their_order()
    {
        var all = Counted(await AskAsync(Manager, """{"measure":"resolution","from":"2020-01-01"}"""));
        var parts = new List<string>();
        foreach (var site in new[] { "RTM", "LYO", "LEJ" })
        {
            var some = Counted(await AskAsync(Manager, new JsonObject { ["measure"] = "resolution", ["from"] = "2020-01-01", ["warehouse"] = site }.ToJsonString()));
            Assert.Empty(some.Except(all));
            parts.AddRange(some);
        }

        Assert.Equal(parts.Distinct(), parts);
        Assert.NotEmpty(parts);
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("warehouse")]
    [InlineData("supplier")]
    public async Task It_is_compared_by_what_was_hit(string group)
    {
        await SettleAsync(Taxonomy.LateReceipt, ExceptionState.Resolved);

        var answer = await AskAsync(Manager, new JsonObject { ["measure"] = "resolution", ["group"] = group, ["from"] = "2020-01-01" }.ToJsonString());

        Assert.Equal(ToolOutcome.Ok, answer.Outcome);
        Assert.NotEmpty(answer.Findings);
        Assert.Empty(FigureCheck.Unsupported(answer));
    }

    private static IReadOnlyList<string> Counted(ToolResult answer)
        => [.. answer.Evidence.Where(e => e.Calculation?.Operation == CalculationOperation.Mean && e.Id.EndsWith(":now", StringComparison.Ordinal)).SelectMany(e => e.Calculation!.Inputs).Select(i => i.Name)];

    private Task<ToolResult> AskAsync(Caller caller, string arguments) => company.RunAsync(caller, "odoo.kpis", (JsonObject)JsonNode.Parse(arguments)!);

    /// <summary>Settles the first case of a kind and gives its title.</summary>
    private async Task<string> SettleAsync(string kind, ExceptionState state, string about = "")
    {
        var desk = company.Services.GetRequiredService<IExceptionDesk>();
        var one = (await desk.ListAsync(Manager, all: false, CancellationToken.None)).Exceptions.First(c => c.Kind == kind && c.Title.Contains(about, StringComparison.Ordinal));
        await desk.SettleAsync(Manager, one.Id, state, "A test says so.", CancellationToken.None);
        return one.Title;
    }

    private async Task<IReadOnlyList<string>> UnseenAsync(Caller caller, IReadOnlyList<string> titles)
    {
        var seen = (await company.Services.GetRequiredService<IExceptionDesk>().ListAsync(caller, all: true, CancellationToken.None)).Exceptions.Select(c => c.Title);
        return [.. titles.Except(seen)];
    }
}
