using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Partners;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PartnerToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.partner";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"customer":"Castellan Automotive SpA","show":["delivery_address"]}""",
        """{"customer":"Castellan Automotive SpA","show":["contacts"],"role":"accounting"}""",
        """{"customer":"Dorne Industries NV","show":["phone","email"],"role":"purchasing"}""",
        """{"customer":"Baltic Timber OÜ","show":["website"]}""",
        """{"customer":"Dorne Industries NV","show":["responsible","terms","price_list","credit_limit","tax_number","language","reference","address","invoice_address","since"]}""",
        """{"customer":"Nordlicht Logistik GmbH","show":["credit_limit"]}""",
        """{"supplier":"CoolPack Scandinavia AB","role":"logistics"}""",
        """{"supplier":"Foliotec Baltic OÜ"}""",
        """{"supplier":"Tapex Benelux BV","show":["responsible","terms","since"]}""",
        "{}",
    ];

    protected override IReadOnlyList<string> Refused => [];

    private static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    [Theory]
    [InlineData("phone", "The phone number of Kessler Verpackung KG is +49 ")]
    [InlineData("email", "The e-mail address of Kessler Verpackung KG is orders@kessler-verpackung-kg.example")]
    [InlineData("delivery_address", "Goods for Kessler Verpackung KG go to Leipzig goods-in, Gate ")]
    [InlineData("address", "Kessler Verpackung KG is at Gleisdreieck 7, 04158 Leipzig, Germany")]
    [InlineData("responsible", "Jonas Brandt looks after Kessler Verpackung KG")]
    [InlineData("language", "Kessler Verpackung KG is written to in German")]
    [InlineData("credit_limit", "The credit limit of Kessler Verpackung KG is €160,000.00; €")]
    public async Task The_first_sentence_is_what_was_asked(string show, string begins)
        => Assert.StartsWith(begins, (await RunAsync(Manager, $$"""{"customer":"Kessler Verpackung KG","show":["{{show}}"]}""")).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task Several_things_are_answered_in_the_order_they_were_asked()
    {
        var findings = (await RunAsync(Manager, """{"customer":"Dorne Industries NV","show":["terms","delivery_address"]}""")).Findings;

        Assert.StartsWith("Payment terms of Dorne Industries NV in Odoo: ", findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(findings, f => f.Text.StartsWith("Goods for Dorne Industries NV go to Antwerp goods-in", StringComparison.Ordinal));
        Assert.Single(findings, f => f.Role == FindingRole.Headline);
    }

    [Fact]
    public async Task The_buyer_is_the_one_who_is_called_so_and_not_who_pays()
    {
        var findings = (await RunAsync(Manager, """{"customer":"Orchard Valley Foods Ltd","show":["email"],"role":"purchasing"}""")).Findings;

        Assert.StartsWith("The e-mail address of Isla Pemberton (Buyer) at Orchard Valley Foods Ltd is isla.pemberton@", findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(findings, f => f.Text.Contains("Accounts Payable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customer", "Dorne Industries NV", "purchasing", "For purchasing, the contact at Dorne Industries NV is Lotte Verbeken (Buyer)")]
    [InlineData("customer", "Dorne Industries NV", "sales", "Sofia Marin looks after Dorne Industries NV")]
    [InlineData("supplier", "Kugel & Lager AG", "sales", "For orders, the contact at Kugel & Lager AG is Stefan Rohrbach (Key Account Manager)")]
    [InlineData("supplier", "Kugel & Lager AG", "purchasing", "Tomás Ferreira is our buyer for Kugel & Lager AG")]
    public async Task Our_people_are_told_from_theirs(string side, string name, string role, string begins)
        => Assert.StartsWith(begins, (await RunAsync(Manager, $$"""{"{{side}}":"{{name}}","show":["responsible"],"role":"{{role}}"}""")).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_kept_is_said_and_not_made_up()
    {
        Assert.Equal("No website of Baltic Timber OÜ is kept in Odoo.", (await RunAsync(Manager, """{"customer":"Baltic Timber OÜ","show":["website"]}""")).Findings[0].Text);
        Assert.Equal("Foliotec Baltic OÜ is in Pärnu, Estonia; no street is kept in Odoo.", (await RunAsync(Manager, """{"supplier":"Foliotec Baltic OÜ","show":["address"]}""")).Findings[0].Text);
        Assert.Equal("No buyer of ours is kept for Foliotec Baltic OÜ in Odoo.", (await RunAsync(Manager, """{"supplier":"Foliotec Baltic OÜ","show":["responsible"]}""")).Findings[0].Text);
        Assert.StartsWith("No contact for quality is kept at Dorne Industries NV in Odoo; these are kept", (await RunAsync(Manager, """{"customer":"Dorne Industries NV","role":"quality"}""")).Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppliers_are_for_who_may_see_purchasing()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"supplier":"CoolPack Scandinavia AB"}""");

        Assert.Equal((ToolOutcome.Denied, "Your role may not see suppliers."), (result.Outcome, result.Reason));
        Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"customer":"CoolPack Scandinavia AB"}""")).Outcome);
    }

    [Fact]
    public async Task Credit_limits_are_for_who_may_see_receivables()
    {
        Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"customer":"Nordlicht Logistik GmbH","show":["credit_limit"]}""")).Outcome);
        foreach (var role in new[] { RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.WarehouseSupervisor })
        {
            var all = await RunAsync(PracticeCompany.As(role), Samples[0]);
            Assert.DoesNotContain(all.Findings, f => f.Text.Contains("180,000", StringComparison.Ordinal));
            Assert.DoesNotContain(all.Evidence.SelectMany(e => e.Facts), f => f.Value.StartsWith("180000", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_contact_in_view_is_answered_of_itself()
    {
        var focus = (await RunAsync(Manager, """{"customer":"Kessler Verpackung KG","show":["contacts"],"role":"purchasing"}""")).Evidence.First(e => e.Title.StartsWith("Contact ", StringComparison.Ordinal)).Record!;
        var call = new ToolCall { Id = "a", Tool = Name, Arguments = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse("""{"show":["phone"]}""")! };

        var result = await Tool.RunAsync(ContextOf(Manager) with { Focus = focus }, call, Permits.For(call, Manager), CancellationToken.None);

        Assert.Matches(@"^The phone number of .+ \(.*\) at Kessler Verpackung KG is \+49 ", result.Findings[0].Text);
    }

    [Fact]
    public async Task Something_to_show_that_there_is_not_is_refused()
        => Assert.Equal(ToolOutcome.Failed, (await RunAsync(Manager, """{"customer":"Kessler Verpackung KG","show":["shoe_size"]}""")).Outcome);

    [Fact]
    public async Task Without_a_name_and_nobody_in_view_it_asks()
        => Assert.Equal("Which customer or supplier do you mean?", (await RunAsync(Manager, "{}")).QuestionBack);
}
