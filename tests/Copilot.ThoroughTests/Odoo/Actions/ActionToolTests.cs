using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

/// <summary>Suites of writing tools: their samples name records that the practice company has today. Preparing only reads, so they share it.</summary>
public abstract class ActionToolTests(PracticeCompany company) : OdooToolContract(company), IAsyncLifetime
{
    private protected static readonly string[] NotStock = [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Accountant, RoleNames.Auditor];
    private protected static readonly string[] NotSales = [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];
    private protected static readonly string[] NotPurchasing = [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Accountant, RoleNames.Auditor];

    private List<string> samples = [];

    protected override IReadOnlyList<string> Samples => samples;

    private protected static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    public async Task InitializeAsync() => samples = [.. (await SamplesAsync()).Select(s => s.ToJsonString())];

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_it_prepares_is_exact_and_the_same_again()
    {
        var found = 0;
        foreach (var caller in Callers)
        {
            var result = await RunAsync(caller, Samples[0]);
            Assert.Equal(result is { Outcome: ToolOutcome.Ok, Found: true }, result.Action is not null);
            if (result.Action is { } draft)
            {
                found++;
                Assert.Equal(Name, draft.Tool);
                Assert.NotEmpty(draft.Records);
                Assert.NotEmpty(draft.Changes);
                Assert.NotEmpty(draft.EvidenceIds);
                Assert.All(draft.EvidenceIds, id => Assert.Contains(result.Evidence, e => e.Id == id));
                Assert.InRange(draft.Exposure.Amount, 0, decimal.MaxValue);
                Assert.Equal(draft.Fingerprint(), (await RunAsync(caller, Samples[0])).Action!.Fingerprint());
            }
        }

        Assert.True(found > 0, "nobody got a draft");
        Assert.True(Tool.Definition.Writes);
        Assert.StartsWith("I can ", Tool.Definition.Ability, StringComparison.Ordinal);
    }

    /// <summary>The calls; the first can be prepared by those who are not refused.</summary>
    protected abstract Task<IReadOnlyList<JsonObject>> SamplesAsync();

    /// <summary>The name of the first record the administrator of the operation sees.</summary>
    private protected async Task<string> NameAsync(string model, OdooDomain domain, string field = "name", int skip = 0)
        => (await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            Manager, new OdooQuery { Model = model, Domain = domain, Fields = [field], Order = "id", Offset = skip, Limit = 1 }, CancellationToken.None)).Rows[0].Text(field)!;

    /// <summary>An open order of Sofia Marin with goods still to leave.</summary>
    private protected Task<string> OpenOrderAsync()
        => NameAsync("sale.order", OdooDomain.Where("state", "=", "sale").And("commitment_date", "!=", null).And("user_id.login", "=", "sales-rep").And("picking_ids.state", "in", new[] { "confirmed", "waiting" }).And("company_id", "=", 1));

    /// <summary>A delivery of the first company in a state.</summary>
    private protected Task<string> DeliveryAsync(params string[] states)
        => NameAsync("stock.picking", OdooDomain.Where("state", "in", states).And("picking_type_id.code", "=", "outgoing").And("company_id", "=", 1));
}
