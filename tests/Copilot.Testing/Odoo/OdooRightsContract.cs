using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Rights and companies: what an account may not see is refused or silently not there.</summary>
public abstract class OdooRightsContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableTheory]
    [InlineData("search_count")]
    [InlineData("search_read")]
    public async Task A_model_outside_the_rights_is_refused(string method)
        => await FaultAsync(OdooFault.AccessDenied, () => CallAsAsync(Stockkeeper, "account.move", method, [Array.Empty<object>()]));

    [SkippableFact]
    public async Task The_client_is_refused_too()
        => await FaultAsync(OdooFault.AccessDenied, () => Client.SearchReadAsync(Salesperson, new OdooQuery { Model = "purchase.order", Domain = OdooDomain.All, Fields = ["name"] }, None));

    [SkippableFact]
    public async Task Rights_can_be_asked_for()
    {
        Assert.True(await Client.MayReadAsync(Salesperson, "sale.order", None));
        Assert.False(await Client.MayReadAsync(Salesperson, "purchase.order", None));
        Assert.False(await Client.MayReadAsync(Stockkeeper, "account.move", None));
        Assert.True(await Client.MayReadAsync(Admin, "account.move", None));
        Assert.False(await Client.MayReadAsync(Admin, "no.such.model", None));
    }

    [SkippableFact]
    public async Task Records_of_others_are_silently_not_found()
    {
        var (foreign, own) = await TwoOrdersAsync();
        var both = OdooDomain.Where("id", "in", new[] { foreign, own });

        var seen = await Client.SearchReadAsync(Salesperson, new OdooQuery { Model = "sale.order", Domain = both, Fields = ["name"], WithTotal = true }, None);

        Assert.Equal(own, Assert.Single(seen.Rows).Id);
        Assert.Equal(1, seen.Total);
        Assert.Equal(1, await Client.CountAsync(Salesperson, "sale.order", both, None));
        Assert.Equal(2, await Client.CountAsync(Admin, "sale.order", both, None));
    }

    [SkippableFact]
    public async Task Groups_count_only_what_the_account_may_see()
    {
        var (foreign, own) = await TwoOrdersAsync();

        var group = Assert.Single(await Client.ReadGroupAsync(
            Salesperson,
            new OdooGrouping { Model = "sale.order", Domain = OdooDomain.Where("id", "in", new[] { foreign, own }), GroupBy = ["state"], Aggregates = ["amount_total:sum"] },
            None));

        Assert.Equal((1, 60m), (group.Whole("__count"), group.Number("amount_total")));
    }

    [SkippableFact]
    public async Task Reading_a_record_of_others_is_refused()
    {
        var (foreign, own) = await TwoOrdersAsync();

        await FaultAsync(OdooFault.AccessDenied, () => Client.ReadAsync(Salesperson, "sale.order", [foreign], ["name"], None));
        await FaultAsync(OdooFault.AccessDenied, () => Client.ReadAsync(Salesperson, "sale.order", [own, foreign], ["name"], None));
        Assert.Single(await Client.ReadAsync(Salesperson, "sale.order", [own], ["name"], None));
    }

    [SkippableFact]
    public async Task Lines_follow_their_order()
    {
        var (foreign, own) = await TwoOrdersAsync();

        var lines = await Client.SearchReadAsync(Salesperson, new OdooQuery { Model = "sale.order.line", Domain = OdooDomain.Where("order_id", "in", new[] { foreign, own }), Fields = ["order_id"] }, None);

        Assert.Equal(own, Assert.Single(lines.Rows).Link("order_id")!.Value.Id);
    }

    [SkippableFact]
    public async Task Writing_a_record_of_others_is_refused()
    {
        var (foreign, _) = await TwoOrdersAsync();

        await FaultAsync(OdooFault.AccessDenied, () => CallAsAsync(Salesperson, "sale.order", "write", new[] { foreign }, new Dictionary<string, object?> { ["client_order_ref"] = "x" }));
    }

    [SkippableFact]
    public async Task Creating_outside_the_rights_is_refused()
        => await FaultAsync(OdooFault.AccessDenied, () => CallAsAsync(Stockkeeper, "account.move", "create", new Dictionary<string, object?> { ["move_type"] = "entry" }));

    [SkippableFact]
    public async Task Passwords_are_not_read()
    {
        var answer = await RawAsync("res.users", "read", [new[] { 2 }], new() { ["fields"] = new[] { "password" } });

        Assert.False(answer.TryGetProperty("result", out var rows) && rows[0].TryGetProperty("password", out var password) && password.GetString() is { Length: > 0 });
    }

    [SkippableFact]
    public async Task Only_the_companies_asked_for_are_seen()
    {
        var all = await Client.SearchReadAsync(Admin, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["company_id"] }, None);
        var (one, two) = (Company(all.Rows[0]), Company(all.Rows.First(w => Company(w) != Company(all.Rows[0]))));

        foreach (var company in new[] { one, two })
        {
            var seen = await Client.SearchReadAsync(Server.Caller(Server.Admin, company), new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["company_id"] }, None);
            Assert.NotEmpty(seen.Rows);
            Assert.All(seen.Rows, w => Assert.Equal(company, Company(w)));
        }

        var foreign = all.Rows.First(w => Company(w) == two).Id;
        await FaultAsync(OdooFault.AccessDenied, () => Client.ReadAsync(Server.Caller(Server.Admin, one), "stock.warehouse", [foreign], ["name"], None));
        Assert.Single(await Client.ReadAsync(Server.Caller(Server.Admin, one, two), "stock.warehouse", [foreign], ["name"], None));
    }

    [SkippableFact]
    public async Task A_company_that_is_not_the_accounts_is_refused()
    {
        var answer = await RawAsync("sale.order", "search_count", [Array.Empty<object>()], new() { ["context"] = new Dictionary<string, object?> { ["allowed_company_ids"] = new[] { 987654 } } });

        Assert.Equal(OdooFault.AccessDenied, OdooFaults.Read(answer.GetProperty("error"), "sale.order", "search_count").Fault);
        await FaultAsync(OdooFault.AccessDenied, () => Client.CountAsync(Server.Caller(Server.Admin, 987654), "sale.order", OdooDomain.All, None));
    }

    private static int Company(OdooRow row) => row.Link("company_id")!.Value.Id;

    /// <summary>An order of the administrator and one of the salesperson.</summary>
    private async Task<(int Foreign, int Own)> TwoOrdersAsync()
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));
        var users = await FindAsync("res.users", OdooDomain.Where("login", "in", new[] { Server.Admin.Login, Server.Salesperson.Login }), "id", "login");
        int Of(string login) => users.Single(u => u.Text("login") == login).Id;
        return (
            await QuotationAsync(partner, product, more: new() { ["user_id"] = Of(Server.Admin.Login) }),
            await QuotationAsync(partner, product, more: new() { ["user_id"] = Of(Server.Salesperson.Login) }));
    }
}
