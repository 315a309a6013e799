using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooClientTests
{
    private static readonly OdooQuery Query = new() { Model = "res.partner", Domain = OdooDomain.All, Fields = ["name"], Limit = 2, WithTotal = true };

    [Fact]
    public async Task The_total_is_counted_only_when_the_page_is_full()
    {
        await using var bench = await BenchAsync(rows: 1);
        Assert.Equal(1, (await bench.SearchAsync(Query)).Total);
        Assert.Empty(bench.Server.Of("res.partner.search_count"));

        bench.Server.Answer = Rows(2, total: 17);
        var page = await bench.SearchAsync(Query);

        Assert.Equal((2, 17, true), (page.Rows.Count, page.Total, page.IsCut));
        Assert.Equal(2, (await bench.SearchAsync(Query with { WithTotal = false })).Total);
        Assert.Single(bench.Server.Of("res.partner.search_count"));
    }

    [Fact]
    public async Task Archived_records_are_asked_for_in_the_context()
    {
        await using var bench = await BenchAsync(rows: 0);

        await bench.SearchAsync(Query with { WithArchived = true, WithTotal = false });

        Assert.False(Assert.Single(bench.Server.Of("res.partner.search_read")).Context.GetProperty("active_test").GetBoolean());
    }

    [Theory]
    [InlineData("name; drop table x")]
    [InlineData("name desc nulls last")]
    [InlineData("name DESC")]
    [InlineData("(select 1)")]
    [InlineData("name,")]
    public async Task An_order_is_names_and_directions_and_nothing_else(string order)
    {
        await using var bench = await BenchAsync(rows: 0);

        await Assert.ThrowsAsync<ArgumentException>(() => bench.SearchAsync(Query with { Order = order }));

        Assert.Empty(bench.Server.Of("res.partner.search_read"));
    }

    [Theory]
    [InlineData("_private")]
    [InlineData("")]
    [InlineData("write()")]
    public async Task A_method_is_a_public_name(string method)
    {
        await using var bench = await BenchAsync(rows: 0);

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "res.partner", Method = method, IsRead = true }, default));
    }

    [Theory]
    [InlineData("amount_total")]
    [InlineData("amount_total:median(x)")]
    [InlineData("amount_total:sum:max")]
    public async Task An_aggregate_names_a_known_function(string aggregate)
    {
        await using var bench = await BenchAsync(rows: 0);

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.ReadGroupAsync(bench.Anna, new OdooGrouping { Model = "res.partner", Domain = OdooDomain.All, GroupBy = [], Aggregates = [aggregate] }, default));
    }

    [Fact]
    public async Task Many_ids_are_read_in_portions_and_each_once()
    {
        await using var bench = await BenchAsync(rows: 0);

        await bench.Client.ReadAsync(bench.Anna, "res.partner", [.. Enumerable.Range(1, 2100), 1, 2], ["name"], default);
        await bench.Client.ReadAsync(bench.Anna, "res.partner", [], ["name"], default);

        Assert.Equal([2000, 100], bench.Server.Of("res.partner.read").Select(c => c.Positional[0].GetArrayLength()));
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_said_so()
    {
        await using var bench = await BenchAsync(rows: 0);

        Assert.False(await bench.Client.HasModelAsync(bench.Anna, "helpdesk.ticket", default));
        Assert.False(await bench.Client.MayReadAsync(bench.Anna, "helpdesk.ticket", default));
        Assert.Equal(OdooFault.BadCall, (await Assert.ThrowsAsync<OdooException>(() => bench.SearchAsync(Query with { Model = "helpdesk.ticket" }))).Fault);
        Assert.Single(bench.Server.Of("helpdesk.ticket.fields_get"));
    }

    [Theory]
    [InlineData(14, "check_access_rights")]
    [InlineData(17, "check_access_rights")]
    [InlineData(18, "has_access")]
    [InlineData(19, "has_access")]
    public async Task Rights_are_asked_once_in_the_way_of_the_version(int version, string method)
    {
        await using var bench = await BenchAsync(rows: 0, version);
        bench.Server.Answer = _ => true;

        Assert.True(await bench.Client.MayReadAsync(bench.Anna, "res.partner", default));
        Assert.True(await bench.Client.MayReadAsync(bench.Anna, "res.partner", default));

        Assert.Single(bench.Server.Of($"res.partner.{method}"));
    }

    [Fact]
    public async Task A_method_that_returns_nothing_gives_nothing()
    {
        await using var bench = await BenchAsync(rows: 0);
        bench.Server.Answer = _ => null;

        Assert.Null(await bench.CallAsync(isRead: false));
    }

    [Theory]
    [InlineData(14, "https://erp.example.com/web#id=5&model=stock.production.lot&view_type=form")]
    [InlineData(17, "https://erp.example.com/web#id=5&model=stock.lot&view_type=form")]
    [InlineData(19, "https://erp.example.com/odoo/stock.lot/5")]
    public async Task The_address_of_a_record_is_the_one_people_use(int version, string expected)
    {
        await using var bench = await OdooClientBench.StartAsync(version, o => o.PublicUrl = "https://erp.example.com/");
        Assert.StartsWith("https://erp.example.com/web#id=5&", bench.Client.RecordUri(new RecordRef("stock.lot", 5)), StringComparison.Ordinal);
        bench.Server.Answer = _ => 1;

        await bench.Client.CountAsync(bench.Anna, "stock.lot", OdooDomain.All, default);

        Assert.Equal(expected, bench.Client.RecordUri(new RecordRef("stock.lot", 5)));
    }

    [Fact]
    public async Task An_embedded_server_is_found_when_it_is_first_needed()
    {
        await using var server = await FakeOdoo.StartAsync();
        await using var bench = await OdooClientBench.StartAsync(configure: o =>
        {
            o.Url = string.Empty;
            o.Embedded = _ => ValueTask.FromResult(server.Address);
        });
        server.Answer = _ => 4;

        Assert.Equal(4, await bench.Client.CountAsync(bench.Anna, "res.partner", OdooDomain.All, default));
        Assert.StartsWith(server.Address.ToString(), bench.Client.RecordUri(new RecordRef("sale.order", 5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_the_last_id()
    {
        await using var bench = await BenchAsync(rows: 0);
        bench.Server.Answer = c => c.Positional[0][0][2].GetInt32() switch
        {
            0 => new[] { new { id = 3 }, new { id = 8 } },
            8 => new[] { new { id = 9 } },
            _ => Array.Empty<object>(),
        };
        var ids = new List<int>();

        await foreach (var row in bench.Client.ReadAllAsync(bench.Anna, Query, default))
        {
            ids.Add(row.Id);
        }

        Assert.Equal([3, 8, 9], ids);
        Assert.Equal(2, bench.Server.Of("res.partner.search_read").Count);
    }

    private static async Task<OdooClientBench> BenchAsync(int rows, int version = 19)
    {
        var bench = await OdooClientBench.StartAsync(version);
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char", ["amount_total"] = "monetary" };
        bench.Server.Answer = Rows(rows, rows);
        return bench;
    }

    private static Func<FakeOdooCall, object?> Rows(int count, int total)
        => call => call.Method == "search_count" ? total : Enumerable.Range(1, count).Select(id => new { id, name = $"Partner {id}" }).ToArray();
}
