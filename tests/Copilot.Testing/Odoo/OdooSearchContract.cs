using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Searching: domains, order, pages and archived records.</summary>
public abstract class OdooSearchContract(OdooServerUnderTest server) : OdooContract(server)
{
    /// <summary>Operator, field, value and the letters of the partners that match, of a (Amber Oak, 5), b (Birch, 10), c (amber Elm, no rank word).</summary>
    public static TheoryData<string, string, object?, string> Operators => new()
    {
        { "ref", "=", "b", "b" },
        { "ref", "!=", "b", "ac" },
        { "supplier_rank", ">", 5, "b" },
        { "supplier_rank", ">=", 5, "ab" },
        { "supplier_rank", "<", 5, "c" },
        { "supplier_rank", "<=", 5, "ac" },
        { "city", "like", "Amber", "a" },
        { "city", "ilike", "AMBER", "ac" },
        { "city", "not like", "Amber", "bc" },
        { "city", "not ilike", "amber", "b" },
        { "city", "=like", "Amber%", "a" },
        { "city", "=like", "_irch", "b" },
        { "city", "=ilike", "%elm", "c" },
        { "ref", "in", new[] { "a", "c" }, "ac" },
        { "ref", "not in", new[] { "a", "c" }, "b" },
        { "ref", "in", Array.Empty<string>(), "" },
        { "ref", "not in", Array.Empty<string>(), "abc" },
        { "function", "=", false, "bc" },
        { "function", "!=", false, "a" },
        { "function", "in", new object[] { false, "Buyer" }, "abc" },
        { "city", "ilike", "100%", "" },
    };

    [SkippableTheory]
    [MemberData(nameof(Operators))]
    public async Task An_operator_finds_what_it_says(string field, string op, object? value, string expected)
    {
        await TreesAsync();

        var found = await Client.SearchReadAsync(Admin, new OdooQuery { Model = "res.partner", Domain = Mine().And(field, op, value), Fields = ["ref"], Order = "ref" }, None);

        Assert.Equal(expected, string.Concat(found.Rows.Select(r => r.Text("ref"))));
        Assert.Equal(expected.Length, await Client.CountAsync(Admin, "res.partner", Mine().And(field, op, value), None));
    }

    [SkippableFact]
    public async Task Or_and_not_combine_as_written()
    {
        await TreesAsync();

        Assert.Equal("ab", await RefsAsync(Mine().And(OdooDomain.Where("ref", "=", "a").Or("ref", "=", "b"))));
        Assert.Equal("c", await RefsAsync(Mine().And(OdooDomain.Where("ref", "=", "a").Or("ref", "=", "b").Not())));
        Assert.Equal("a", await RefsAsync(Mine().And(OdooDomain.Where("supplier_rank", "=", 5).And("ref", "=", "a").Or(OdooDomain.Where("ref", "=", "b").And("supplier_rank", "=", 99)))));
    }

    [SkippableFact]
    public async Task Conditions_without_a_connective_must_all_hold()
    {
        await TreesAsync();
        object?[] domain = [new[] { "name", "ilike", Mark }, new[] { "ref", "!=", "a" }, new object[] { "supplier_rank", ">", 1 }];

        var answer = await RawAsync("res.partner", "search_count", [domain]);

        Assert.Equal(1, answer.GetProperty("result").GetInt32());
    }

    [SkippableFact]
    public async Task A_path_leads_through_records()
    {
        var parent = await PartnerAsync("parent", new() { ["is_company"] = true, ["ref"] = Mark });
        var child = await PartnerAsync("child", new() { ["parent_id"] = parent });
        var order = await QuotationAsync(child, await ProductAsync("A"));

        Assert.Equal(child, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("parent_id.ref", "=", Mark))).Id);
        Assert.Equal(order, Assert.Single(await FindAsync("sale.order", OdooDomain.Where("partner_id.parent_id.ref", "=", Mark))).Id);
        Assert.Equal(order, Assert.Single(await FindAsync("sale.order", OdooDomain.Where("order_line.product_id.default_code", "=", $"{Mark}-A"))).Id);
        Assert.Single(await FindAsync("sale.order.line", OdooDomain.Where("order_id.partner_id.parent_id.ref", "=", Mark)));
    }

    [SkippableFact]
    public async Task Child_of_and_parent_of_follow_the_hierarchy()
    {
        var top = await PartnerAsync("top", new() { ["is_company"] = true });
        var middle = await PartnerAsync("middle", new() { ["parent_id"] = top });
        var leaf = await PartnerAsync("leaf", new() { ["parent_id"] = middle });

        Assert.Equal([top, middle, leaf], (await FindAsync("res.partner", OdooDomain.Where("id", "child_of", top), "id")).Select(r => r.Id));
        Assert.Equal([top, middle], (await FindAsync("res.partner", OdooDomain.Where("id", "parent_of", middle), "id")).Select(r => r.Id));
        Assert.Equal([middle, leaf], (await FindAsync("res.partner", OdooDomain.Where("id", "child_of", new[] { middle }), "id")).Select(r => r.Id));
    }

    [SkippableFact]
    public async Task Child_of_works_on_a_link()
    {
        var parent = await CreateAsync("product.category", new() { ["name"] = Mark });
        var child = await CreateAsync("product.category", new() { ["name"] = Mark + " child", ["parent_id"] = parent });
        var product = await ProductAsync("A");
        await CallAsync("product.product", "write", new[] { product }, new Dictionary<string, object?> { ["categ_id"] = child });

        Assert.Equal(product, Assert.Single(await FindAsync("product.product", OdooDomain.Where("categ_id", "child_of", parent))).Id);
        Assert.Empty(await FindAsync("product.product", OdooDomain.Where("categ_id", "=", parent)));
    }

    [SkippableFact]
    public async Task A_link_is_found_by_id_by_name_and_by_emptiness()
    {
        var parent = await PartnerAsync("parent", new() { ["is_company"] = true });
        var child = await PartnerAsync("child", new() { ["parent_id"] = parent });

        Assert.Equal(child, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("parent_id", "=", parent))).Id);
        Assert.Equal(child, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("parent_id", "in", new[] { parent }))).Id);
        Assert.Equal(child, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("parent_id", "ilike", $"{Mark} parent"))).Id);
        Assert.Equal(parent, Assert.Single(await FindAsync("res.partner", Mine().And("parent_id", "=", false))).Id);
    }

    [SkippableFact]
    public async Task Many_links_are_found_by_any_of_their_ids()
    {
        var gold = await CreateAsync("res.partner.category", new() { ["name"] = $"{Mark} gold" });
        var blue = await CreateAsync("res.partner.category", new() { ["name"] = $"{Mark} blue" });
        var both = await PartnerAsync("both", new() { ["category_id"] = Replace(gold, blue) });
        var none = await PartnerAsync("none");

        Assert.Equal(both, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("category_id", "in", new[] { gold }))).Id);
        Assert.Equal(both, Assert.Single(await FindAsync("res.partner", OdooDomain.Where("category_id.name", "=", $"{Mark} blue"))).Id);
        Assert.Equal(none, Assert.Single(await FindAsync("res.partner", Mine().And("category_id", "=", false))).Id);
        Assert.Equal(none, Assert.Single(await FindAsync("res.partner", Mine().And("category_id", "not in", new[] { gold }))).Id);
    }

    [SkippableFact]
    public async Task Moments_compare_to_the_second()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"), more: new() { ["commitment_date"] = "2031-05-06 07:08:09" });
        var mine = OdooDomain.Where("id", "=", order);
        var moment = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

        Assert.Single(await FindAsync("sale.order", mine.And("commitment_date", "=", moment)));
        Assert.Single(await FindAsync("sale.order", mine.And("commitment_date", "<=", moment)));
        Assert.Empty(await FindAsync("sale.order", mine.And("commitment_date", "<", moment)));
        Assert.Single(await FindAsync("sale.order", mine.And("commitment_date", ">", moment.AddSeconds(-1))));
        Assert.Empty(await FindAsync("sale.order", mine.And("commitment_date", ">=", moment.AddSeconds(1))));
    }

    [SkippableTheory]
    [InlineData("ref", "abc")]
    [InlineData("ref desc", "cba")]
    [InlineData("supplier_rank", "cab")]
    [InlineData("supplier_rank desc, ref", "bac")]
    [InlineData("is_company desc, ref desc", "cba")]
    public async Task Order_is_kept(string order, string expected)
    {
        await TreesAsync();

        Assert.Equal(expected, string.Concat((await FindAsync("res.partner", Mine(), order, "ref")).Select(r => r.Text("ref"))));
    }

    [SkippableFact]
    public async Task Pages_are_cut_and_counted()
    {
        await TreesAsync();
        var query = new OdooQuery { Model = "res.partner", Domain = Mine(), Fields = ["ref"], Order = "ref", Limit = 2, WithTotal = true };

        var first = await Client.SearchReadAsync(Admin, query, None);
        var second = await Client.SearchReadAsync(Admin, query with { Offset = 2 }, None);
        var beyond = await Client.SearchReadAsync(Admin, query with { Offset = 9 }, None);

        Assert.Equal(("ab", 3, true), (string.Concat(first.Rows.Select(r => r.Text("ref"))), first.Total, first.IsCut));
        Assert.Equal(("c", 3), (string.Concat(second.Rows.Select(r => r.Text("ref"))), second.Total));
        Assert.Equal((0, 3), (beyond.Rows.Count, beyond.Total));
    }

    [SkippableFact]
    public async Task Every_row_is_read_page_by_page()
    {
        await TreesAsync();
        var read = new List<string?>();

        await foreach (var row in Client.ReadAllAsync(Admin, new OdooQuery { Model = "res.partner", Domain = Mine(), Fields = ["ref"], Limit = 2 }, None))
        {
            read.Add(row.Text("ref"));
        }

        Assert.Equal(["a", "b", "c"], read);
    }

    [SkippableFact]
    public async Task Archived_records_are_hidden_unless_asked_for()
    {
        var gone = await PartnerAsync("gone", new() { ["active"] = false });
        var query = new OdooQuery { Model = "res.partner", Domain = Mine(), Fields = ["active"] };

        Assert.Empty((await Client.SearchReadAsync(Admin, query, None)).Rows);
        Assert.Equal(gone, Assert.Single((await Client.SearchReadAsync(Admin, query with { WithArchived = true }, None)).Rows).Id);
        Assert.Equal(gone, Assert.Single(await FindAsync("res.partner", Mine().And("active", "=", false))).Id);
        Assert.Equal(gone, Assert.Single(await FindAsync("res.partner", Mine().And("active", "in", new[] { true, false }))).Id);
        Assert.False((await ReadAsync("res.partner", gone, "active")).Flag("active"));
    }

    [SkippableFact]
    public async Task Search_gives_ids_and_a_name_search_gives_pairs()
    {
        var id = await PartnerAsync("alone", new() { ["is_company"] = true });

        var ids = await CallAsync("res.partner", "search", [new object?[] { new object?[] { "name", "ilike", Mark } }]);
        var pairs = await Client.CallAsync(Admin, new OdooCall { Model = "res.partner", Method = "name_search", Named = new Dictionary<string, object?> { ["name"] = Mark, ["limit"] = 5 }, IsRead = true }, None);

        Assert.Equal($"[{id}]", ids.GetRawText());
        var pair = Assert.Single(pairs!.Value.EnumerateArray());
        Assert.Equal((id, $"{Mark} alone", JsonValueKind.Array), (pair[0].GetInt32(), pair[1].GetString(), pair.ValueKind));
    }

    private OdooDomain Mine() => OdooDomain.Where("name", "ilike", Mark);

    private async Task<string> RefsAsync(OdooDomain domain) => string.Concat((await FindAsync("res.partner", domain, "ref", "ref")).Select(r => r.Text("ref")));

    private async Task TreesAsync()
    {
        await PartnerAsync("1", new() { ["ref"] = "a", ["city"] = "Amber Oak", ["supplier_rank"] = 5, ["function"] = "Buyer" });
        await PartnerAsync("2", new() { ["ref"] = "b", ["city"] = "Birch", ["supplier_rank"] = 10 });
        await PartnerAsync("3", new() { ["ref"] = "c", ["city"] = "amber Elm", ["supplier_rank"] = 1 });
    }

    [SkippableFact]
    public async Task What_is_called_exactly_so_is_found_among_more_that_hold_its_name_than_are_read()
    {
        await CallAsync("res.partner", "create", Enumerable.Range(0, 205).Select(i => (object)new Dictionary<string, object?> { ["name"] = $"a {Mark} depot {i}" }).ToList());
        var depot = await PartnerAsync("depot");
        var names = (NameResolver)Server.Made(typeof(NameResolver));

        Assert.Equal(depot, Assert.Single(await names.FindAsync(Admin, SlotKind.Customer, $"{Mark} depot", None)).Id);
        Assert.Equal(depot, Assert.Single(await names.FindAsync(Admin, SlotKind.Customer, $"{Mark} DEPOT", None)).Id);
    }
}
