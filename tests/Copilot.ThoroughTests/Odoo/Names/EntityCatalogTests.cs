using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Names;

[Collection(PracticeCompanyCollection.Name)]
public sealed class EntityCatalogTests(PracticeCompany company)
{
    private IEntityCatalog Catalog => company.Services.GetRequiredService<IEntityCatalog>();

    [Fact]
    public async Task The_names_of_the_company_are_there()
    {
        var names = await Catalog.GetAsync(PracticeCompany.As(RoleNames.OperationsManager), CancellationToken.None);
        var entities = names.Entities;
        Assert.Contains(entities, e => e is { Kind: SlotKind.Customer, Canonical: "Nordlicht Logistik GmbH" } && e.Aliases.Contains("Nordlicht Logistik"));
        Assert.Contains(entities, e => e is { Kind: SlotKind.Supplier, Canonical: "Shenhua Glove Works" });
        Assert.Contains(entities, e => e is { Kind: SlotKind.Product, Canonical: "GLV-NIT-L" });
        Assert.Contains(entities, e => e is { Kind: SlotKind.Warehouse, Canonical: "LYO" } && e.Aliases.Contains("Lyon") && e.Aliases.Contains("Lyon Central"));
        Assert.Contains(entities, e => e is { Kind: SlotKind.Category, Canonical: "Tapes" });
        Assert.Contains(entities, e => e is { Kind: SlotKind.Company, Canonical: "Meridian Packaging" });
        Assert.Contains(entities, e => e is { Kind: SlotKind.Person, Canonical: "Sofia Marin" });
        Assert.Contains(names.Numbers, n => n is { Kind: SlotKind.SalesOrder, Prefix: "S", Padding: 5 });
        Assert.Contains(names.Numbers, n => n is { Kind: SlotKind.Transfer, Prefix: "LYO/OUT/", Padding: 5 });
    }

    [Fact]
    public async Task Persons_are_told_from_companies_and_addresses()
    {
        var names = await Catalog.GetAsync(PracticeCompany.As(RoleNames.OperationsManager), CancellationToken.None);
        Assert.Contains("Sofia Marin", names.People);
        Assert.True(names.People.Count > 50, $"{names.People.Count} people");
        Assert.DoesNotContain(names.People, p => names.Entities.Any(e => e.Kind is SlotKind.Customer or SlotKind.Supplier && e.Name == p));
        Assert.DoesNotContain(names.People, p => p.EndsWith("goods-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sales_rep_does_not_learn_the_names_of_others_customers()
    {
        var names = await Catalog.GetAsync(PracticeCompany.As(RoleNames.SalesRep), CancellationToken.None);
        Assert.Contains(names.Entities, e => e is { Kind: SlotKind.Customer, Canonical: "Nordlicht Logistik GmbH" });
        Assert.DoesNotContain(names.Entities, e => e.Name.Contains("Van Houten", StringComparison.Ordinal));
        Assert.DoesNotContain(names.Numbers, n => n.Kind is SlotKind.PurchaseOrder or SlotKind.Invoice);
    }

    [Fact]
    public async Task An_account_without_most_rights_still_gets_the_rest()
    {
        var names = await Catalog.GetAsync(PracticeCompany.As(RoleNames.Auditor), CancellationToken.None);
        Assert.Contains(names.Entities, e => e.Kind == SlotKind.Product);
        Assert.DoesNotContain(names.Numbers, n => n.Kind == SlotKind.SalesOrder);
    }

    [Fact]
    public async Task Names_are_read_again_after_five_minutes_and_keep_their_instance_when_nothing_changed()
    {
        var time = new StepTime();
        var catalog = new EntityCatalog(
            company.Services.GetRequiredService<IOdooClient>(), company.Services.GetRequiredService<IErpCredentials>(), time);
        var caller = PracticeCompany.As(RoleNames.WarehouseSupervisor);
        var first = await catalog.GetAsync(caller, CancellationToken.None);
        company.ResetRoundTrips();
        Assert.Same(first, await catalog.GetAsync(caller, CancellationToken.None));
        Assert.Equal(0, company.RoundTrips);
        time.Now += TimeSpan.FromMinutes(6);
        Assert.Same(first, await catalog.GetAsync(caller, CancellationToken.None));
        Assert.True(company.RoundTrips > 0);
    }

    [Theory]
    [InlineData("Nordlicht Logistik GmbH", "Nordlicht Logistik")]
    [InlineData("Polska Folia Sp. z o.o.", "Polska Folia")]
    [InlineData("Shenhua Glove Works", null)]
    [InlineData("GmbH", null)]
    [InlineData(null, null)]
    public void The_legal_form_is_left_out_of_the_short_name(string? name, string? expected) => Assert.Equal(expected, EntityReading.ShortCompany(name));

    private sealed class StepTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
