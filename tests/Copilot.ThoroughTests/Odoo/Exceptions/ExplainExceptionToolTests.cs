using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Exceptions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ExplainExceptionToolTests(PracticeCompany company) : OdooToolContract(company), IAsyncLifetime
{
    private List<string> samples = ["{}"];

    protected override string Name => "exceptions.explain";

    protected override IReadOnlyList<string> Samples => samples;

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    public async Task InitializeAsync()
    {
        await Company.WatchAsync();
        samples = ["{}", """{"kind":"credit_hold"}""", $$"""{"purchase_order":"{{await NumberAsync("SGW-90417")}}"}""", """{"product":"GLV-NIT-L"}""", """{"customer":"Nordlicht Logistik GmbH"}""", """{"supplier":"Shenhua Glove Works"}"""];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_late_receipt_is_told_with_the_orders_that_wait_and_what_is_at_stake()
    {
        var result = await RunAsync(Callers[0], samples[2]);
        Assert.StartsWith("Late receipt: ", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("Shenhua", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Text.Contains("waits for", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.StartsWith("At stake: €", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Advice);
    }

    [Fact]
    public async Task The_purchaser_is_not_told_orders_that_the_account_may_not_read()
    {
        var purchaser = PracticeCompany.As(RoleNames.Purchaser);
        var result = await RunAsync(purchaser, samples[2]);
        Assert.True(result.Found);
        var client = Company.Services.GetRequiredService<IOdooClient>();
        var readable = await client.MayReadAsync(purchaser, "sale.order", CancellationToken.None);
        Assert.Equal(readable, result.Evidence.Any(e => e.Record?.Model == "sale.order"));
    }

    private async Task<string> NumberAsync(string reference)
        => (await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            PracticeCompany.As(RoleNames.OperationsManager), new OdooQuery { Model = "purchase.order", Domain = OdooDomain.Where("partner_ref", "=", reference), Fields = ["name"] }, CancellationToken.None)).Rows[0].Text("name")!;
}
