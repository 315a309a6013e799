using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.MasterData;

[Collection(PracticeCompanyCollection.Name)]
public sealed class MasterDataToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.master_data";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}",
        """{"of":["customers"]}""",
        """{"of":["products"],"category":"Tapes"}""",
        """{"salesperson":"Jonas Brandt"}""",
        """{"group":"salesperson","count":2}""",
        """{"lacks":"salesperson"}""",
        """{"lacks":"weight"}""",
        """{"lacks":"supplier"}""",
        """{"lacks":"one_supplier","count":50}""",
        """{"of":["customers"],"lacks":"phone","scope":"mine"}""",
        """{"show":"new","from":"2025-01-01","to":"2025-12-31"}""",
        """{"show":"new","from":"2024-01-01","to":"2024-12-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    private static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    [Fact]
    public async Task Customers_suppliers_and_products_are_counted_each()
    {
        var result = await RunAsync(Manager, "{}");

        Assert.Equal(["Customers", "Suppliers", "Products"], result.Findings.Select(f => f.Topic));
        Assert.All(result.Evidence, e => Assert.NotEqual("0", e.Facts[0].Value));
    }

    [Fact]
    public async Task Customers_of_each_salesperson_add_up_to_all_customers()
    {
        var all = Counted(await RunAsync(Manager, """{"of":["customers"]}"""));
        var people = await RunAsync(Manager, """{"group":"salesperson","count":50}""");
        var each = 0;
        foreach (var person in people.Findings.Where(f => f.Role == FindingRole.Item))
        {
            each += Counted(await RunAsync(Manager, $$"""{"salesperson":"{{person.Topic}}"}"""));
        }

        Assert.Equal(all, each);
    }

    [Fact]
    public async Task Who_may_not_see_purchasing_is_told_of_no_suppliers()
    {
        var rep = PracticeCompany.As(RoleNames.SalesRep);

        Assert.DoesNotContain((await RunAsync(rep, "{}")).Findings, f => f.Topic == "Suppliers");
        Assert.Equal(ToolOutcome.Denied, (await RunAsync(rep, """{"of":["suppliers"]}""")).Outcome);
        Assert.Equal(ToolOutcome.Denied, (await RunAsync(rep, """{"lacks":"supplier"}""")).Outcome);
    }

    [Fact]
    public async Task A_single_supplier_is_named_and_no_product_has_none_and_one()
    {
        var none = await RunAsync(Manager, """{"lacks":"supplier","count":50}""");
        var one = await RunAsync(Manager, """{"lacks":"one_supplier","count":50}""");

        Assert.Contains(none.Findings, f => f.Role == FindingRole.Item);
        Assert.All(one.Findings.Where(f => f.Role == FindingRole.Item), f => Assert.Contains(": only ", f.Text, StringComparison.Ordinal));
        Assert.Empty(none.Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Topic).Intersect(one.Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Topic)));
    }

    [Fact]
    public async Task Whoever_seems_new_because_the_orders_begin_then_is_said_to_seem_so()
    {
        var first = await RunAsync(Manager, """{"show":"new","from":"2024-01-01","to":"2024-12-31"}""");
        var later = await RunAsync(Manager, """{"show":"new","from":"2025-02-01","to":"2025-12-31"}""");

        Assert.Contains(first.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("The orders I can see begin on ", StringComparison.Ordinal));
        Assert.DoesNotContain(later.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("The orders I can see begin on ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_kind_is_said_with_those_that_are()
        => Assert.Contains("customers, suppliers or products", (await RunAsync(Manager, """{"of":["employees"]}""")).Reason, StringComparison.Ordinal);

    private static int Counted(ToolResult result) => int.Parse(result.Evidence.Single(e => e.Id == "master:customers").Facts.Single(f => f.Name == "Customers").Value, System.Globalization.CultureInfo.InvariantCulture);
}
