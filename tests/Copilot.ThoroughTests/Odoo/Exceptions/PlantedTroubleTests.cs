using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Exceptions;

/// <summary>What the practice company plants is found, under its kind and with its records, and nothing is found where all is well.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed class PlantedTroubleTests(PracticeCompany company) : IAsyncLifetime
{
    private IReadOnlyList<KeptCase> cases = [];

    public async Task InitializeAsync()
    {
        await company.WatchAsync();
        cases = await company.Services.GetRequiredService<CaseStore>().ListAsync("default", all: true, 1000, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Taxonomy.CreditHold, "sale.order", "BT-1187 BT-1172", true)]
    [InlineData(Taxonomy.LateReceipt, "purchase.order", "SGW-90417 SGW-90455 KWS-44093 RK-11872 PF-6120 PF-6144 CPS-0872 DCI-5518 VAT-20871", false)]
    [InlineData(Taxonomy.OrderAtRisk, "sale.order", "NL-88214 HP-3390 CA-710042 HP-3401 BT-1172 OVF-55087 NL-88190 VHC-77103 KV-4412 FS-30071", false)]
    public async Task Each_planted_record_has_its_case(string kind, string model, string references, bool noOthers)
    {
        var field = model == "sale.order" ? "client_order_ref" : "partner_ref";
        var rows = await ReadAsync(model, OdooDomain.Where(field, "in", references.Split(' ')), ["name", field]);
        Assert.Equal(references.Split(' ').Order(), rows.Select(r => r.Text(field)).Order());
        var subjects = cases.Where(c => c.Found.Kind == kind && c.IsOpen).Select(c => c.Found.Subjects[0].Id).ToHashSet();
        Assert.All(rows, r => Assert.True(subjects.Contains(r.Id), $"{r.Text(field)} ({r.Text("name")}) has no {kind}"));
        if (noOthers)
        {
            Assert.Equal(rows.Count, subjects.Count);
        }
    }

    [Theory]
    [InlineData(Taxonomy.OrderAtRisk, "DI-20533")]
    [InlineData(Taxonomy.CreditHold, "NL-88214")]
    [InlineData(Taxonomy.CarrierMiss, "QPL-0619")]
    public async Task What_is_well_is_no_case(string kind, string reference)
    {
        var order = Assert.Single(await ReadAsync("sale.order", OdooDomain.Where("client_order_ref", "=", reference), ["name"]));
        Assert.DoesNotContain(cases, c => c.Found.Kind == kind && c.Found.Subjects.Any(s => s is { Model: "sale.order" } && s.Id == order.Id));
    }

    [Fact]
    public void Bearings_without_a_source_are_a_stock_out_with_the_purchase_as_action()
    {
        var found = Assert.Single(cases, c => c.Found.Kind == Taxonomy.StockOut && c.Found.Title.Contains("BRG-6204-2RS", StringComparison.Ordinal)).Found;
        Assert.StartsWith("140 ", found.Summary, StringComparison.Ordinal);
        Assert.Equal(2, found.Stakes.Count);
        Assert.Equal("odoo.draft_purchase", found.Actions[0].Tool);
    }

    [Fact]
    public void Held_gel_packs_failed_picks_and_missing_declarations_are_found()
    {
        Assert.Contains(cases, c => c.Found.Kind == Taxonomy.QualityHold && c.Found.Title.Contains("CCP-GEL-500", StringComparison.Ordinal));
        Assert.Equal(2, cases.Count(c => c.Found.Kind == Taxonomy.PickFailure));
        Assert.True(cases.Count(c => c.Found.Kind == Taxonomy.MissingDocument && !c.Found.Key.StartsWith("lot:", StringComparison.Ordinal)) >= 2);
    }

    [Fact]
    public async Task The_dear_labels_and_the_discounts_are_price_deviations()
    {
        var dear = Assert.Single(await ReadAsync("purchase.order", OdooDomain.Where("partner_ref", "=", "EN-7731"), ["name"]));
        var bought = Assert.Single(cases, c => c.Found.Key == FormattableString.Invariant($"purchase:{dear.Id}")).Found;
        Assert.Contains("14 % more", bought.Summary, StringComparison.Ordinal);
        foreach (var (reference, discount) in new[] { ("NL-88240", "18 %"), ("BM-6655", "22 %"), ("VHC-77118", "15 %"), ("FS-30085", "20 %") })
        {
            var order = Assert.Single(await ReadAsync("sale.order", OdooDomain.Where("client_order_ref", "=", reference), ["name"]));
            Assert.Contains(discount, Assert.Single(cases, c => c.Found.Key == FormattableString.Invariant($"sale:{order.Id}")).Found.Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Invoices_that_disagree_with_their_orders_are_found()
    {
        foreach (var reference in new[] { "HP-3288", "CA-709815" })
        {
            var invoice = (await ReadAsync("account.move", OdooDomain.Where("ref", "=", reference).And("move_type", "=", "out_invoice"), ["name"]))[0];
            Assert.Contains(cases, c => c.Found.Kind == Taxonomy.InvoiceMismatch && c.Found.Subjects[0].Id == invoice.Id);
        }
    }

    [Fact]
    public void Every_case_is_ranked_explained_and_can_be_acted_upon()
    {
        Assert.All(cases, c =>
        {
            Assert.InRange(c.Score, 0.1, 100);
            Assert.NotEmpty(c.Found.Subjects);
            Assert.All(c.Found.Subjects, s => Assert.True(s.Id > 0 && s.Name.Length > 0));
            Assert.NotEmpty(c.Found.Actions);
            Assert.EndsWith(".", c.Found.Summary, StringComparison.Ordinal);
        });
        Assert.Equal(cases.Count, cases.Select(c => (c.Found.Kind, c.Found.Key)).Distinct().Count());
    }

    [Fact]
    public async Task Every_recommended_action_is_one_that_its_tool_understands()
    {
        var manager = PracticeCompany.As(RoleNames.OperationsManager);
        var broken = new List<string>();
        foreach (var action in cases.Where(c => c.IsOpen).SelectMany(c => c.Found.Actions.Take(1)).GroupBy(a => a.Tool).SelectMany(g => g.Take(3)))
        {
            var result = await company.RunAsync(manager, action.Tool, (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(action.Arguments)!);
            if (result is not { Outcome: ToolOutcome.Ok, Action: not null })
            {
                broken.Add($"{action.Tool} {action.Arguments}: {result.Outcome} {result.Reason}{result.QuestionBack}");
            }
        }

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    }

    private async Task<IReadOnlyList<OdooRow>> ReadAsync(string model, OdooDomain domain, IReadOnlyList<string> fields)
        => (await company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(PracticeCompany.As(RoleNames.OperationsManager), new OdooQuery { Model = model, Domain = domain, Fields = fields }, CancellationToken.None)).Rows;
}
