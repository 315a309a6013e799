using Copilot.Contracts;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sources;

[Collection(PracticeCompanyCollection.Name)]
public sealed class RecordOpenerTests(PracticeCompany company)
{
    private ISourceOpener Opener => company.Services.GetRequiredService<ISourceOpener>();

    [Fact]
    public async Task A_cited_order_opens_as_it_is_now()
    {
        var evidence = await OrderAsync("Nordlicht Logistik GmbH");
        Assert.True(Opener.Opens(evidence));
        var view = await Opener.OpenAsync(PracticeCompany.As(RoleNames.SalesRep), evidence, CancellationToken.None);
        Assert.Equal(evidence.Title, view!.Title);
        Assert.Equal(evidence.Version, view.Version);
        Assert.Empty(view.Notes);
        Assert.Contains(view.Facts, f => f is { Name: "Customer", Value: "Nordlicht Logistik GmbH" });
        Assert.Contains(view.Facts, f => f is { Name: "Promised", Kind: FactKind.DateTime } && f.Value.EndsWith('Z'));
    }

    [Fact]
    public async Task A_record_that_changed_since_says_so()
    {
        var evidence = await OrderAsync("Nordlicht Logistik GmbH") with { Version = "2020-01-01 00:00:00" };
        var view = await Opener.OpenAsync(PracticeCompany.As(RoleNames.SalesRep), evidence, CancellationToken.None);
        Assert.Contains("Changed since", Assert.Single(view!.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_record_gets_nothing()
    {
        var evidence = await OrderAsync("Van Houten Chocolade BV");
        Assert.Null(await Opener.OpenAsync(PracticeCompany.As(RoleNames.SalesRep), evidence, CancellationToken.None));
        Assert.Null(await Opener.OpenAsync(PracticeCompany.As(RoleNames.Auditor), evidence, CancellationToken.None));
    }

    [Fact]
    public async Task Every_kind_of_record_that_tools_cite_can_be_opened()
    {
        var manager = PracticeCompany.As(RoleNames.OperationsManager);
        foreach (var tool in company.Tools)
        {
            var arguments = new System.Text.Json.Nodes.JsonObject();
            foreach (var parameter in tool.Definition.Parameters.Where(p => p.Name is "customer" or "product"))
            {
                arguments[parameter.Name] = parameter.Name == "customer" ? "Nordlicht Logistik GmbH" : "GLV-NIT-L";
            }

            var result = await company.RunAsync(manager, tool.Definition.Name, arguments);
            foreach (var evidence in result.Evidence.Where(e => e.Record is not null))
            {
                Assert.True(Opener.Opens(evidence), $"{evidence.Id} does not open");
                Assert.NotNull(await Opener.OpenAsync(manager, evidence, CancellationToken.None));
            }
        }
    }

    private async Task<Evidence> OrderAsync(string customer)
    {
        var result = await company.RunAsync(PracticeCompany.As(RoleNames.OperationsManager), "odoo.order_status", new() { ["customer"] = customer, ["count"] = 1 });
        return result.Evidence.First(e => e.Record?.Model == "sale.order");
    }
}
