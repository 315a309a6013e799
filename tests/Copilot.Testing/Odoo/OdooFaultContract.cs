using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>What goes wrong, and as what it arrives.</summary>
public abstract class OdooFaultContract(OdooServerUnderTest server) : OdooContract(server)
{
    /// <summary>Calls on partners that no server understands.</summary>
    public static TheoryData<string, string, object?[]> Nonsense => new()
    {
        { "unknown field in a domain", "search", [new object?[] { new object?[] { "nosuch", "=", 1 } }] },
        { "unknown field behind a path", "search", [new object?[] { new object?[] { "parent_id.nosuch", "=", 1 } }] },
        { "unknown operator", "search", [new object?[] { new object?[] { "name", "~~", "x" } }] },
        { "condition of two parts", "search", [new object?[] { new object?[] { "name", "x" } }] },
        { "connective without operands", "search", [new object?[] { "|", new object?[] { "name", "=", "x" } }] },
        { "domain that is text", "search", ["name = x"] },
        { "number that is none", "search", [new object?[] { new object?[] { "supplier_rank", ">", "abc" } }] },
        { "unknown field to read", "search_read", [Array.Empty<object>(), new[] { "nosuch" }] },
        { "unknown field to order by", "search", [Array.Empty<object>(), 0, 1, "nosuch desc"] },
        { "unknown method", "no_such_method", [Array.Empty<int>()] },
        { "too many arguments", "search_count", [Array.Empty<object>(), 1, 2, 3, 4] },
    };

    [SkippableTheory]
    [MemberData(nameof(Nonsense))]
    public async Task A_call_that_makes_no_sense_is_refused(string what, string method, object?[] arguments)
    {
        Assert.NotEmpty(what);
        Assert.Equal(OdooFault.BadCall, await RawFaultAsync("res.partner", method, arguments));
    }

    [SkippableFact]
    public async Task An_unknown_model_is_refused_for_people()
        => Assert.Equal(OdooFault.Validation, await RawFaultAsync("no.such.model", "search", [Array.Empty<object>()]));

    [SkippableFact]
    public async Task An_unknown_named_argument_is_refused()
    {
        var answer = await RawAsync("res.partner", "search_read", [Array.Empty<object>()], new() { ["nosuchkw"] = 1 });

        Assert.Equal("builtins.TypeError", answer.GetProperty("error").GetProperty("data").GetProperty("name").GetString());
    }

    [SkippableFact]
    public async Task An_order_that_is_none_is_refused_for_people()
        => Assert.Equal(OdooFault.Validation, await RawFaultAsync("res.partner", "search", [Array.Empty<object>(), 0, 1, "name; drop table x"]));

    [SkippableFact]
    public async Task A_private_method_cannot_be_called()
        => Assert.Equal(OdooFault.AccessDenied, await RawFaultAsync("res.partner", "_compute_display_name", [new[] { 1 }]));

    [SkippableFact]
    public async Task The_client_calls_no_private_method()
        => await Assert.ThrowsAsync<ArgumentException>(() => CallAsync("res.partner", "_compute_display_name", new[] { 1 }));

    [SkippableFact]
    public async Task A_required_field_must_be_given()
        => await FaultAsync(OdooFault.Validation, () => CreateAsync("sale.order", []));

    [SkippableFact]
    public async Task An_unknown_field_cannot_be_written()
        => await FaultAsync(OdooFault.BadCall, () => PartnerAsync("x", new() { ["nosuch"] = 1 }));

    [SkippableFact]
    public async Task A_choice_must_be_one_of_those_there_are()
        => await FaultAsync(OdooFault.BadCall, () => PartnerAsync("x", new() { ["type"] = "nosuch" }));

    [SkippableFact]
    public async Task A_link_must_lead_to_a_record()
        => await FaultAsync(OdooFault.MissingRecord, () => CreateAsync("sale.order", new() { ["partner_id"] = 99999999 }));

    [SkippableTheory]
    [InlineData("2031-05-06T07:08:09Z")]
    [InlineData("06/05/2031")]
    public async Task A_moment_in_another_form_is_refused(string moment)
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));

        await FaultAsync(OdooFault.BadCall, () => QuotationAsync(partner, product, more: new() { ["commitment_date"] = moment }));
    }

    [SkippableFact]
    public async Task A_number_must_be_one()
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));
        var line = new Dictionary<string, object?> { ["product_id"] = product, ["product_uom_qty"] = "abc" };

        await FaultAsync(OdooFault.BadCall, () => CreateAsync("sale.order", new() { ["partner_id"] = partner, ["order_line"] = new object?[] { new object?[] { 0, 0, line } } }));
    }

    [SkippableTheory]
    [InlineData("write")]
    [InlineData("unlink")]
    [InlineData("action_confirm")]
    public async Task A_record_that_is_gone_is_missed(string method)
    {
        object?[] arguments = method == "write" ? [new[] { 99999999 }, new Dictionary<string, object?> { ["client_order_ref"] = "x" }] : [new[] { 99999999 }];

        await FaultAsync(OdooFault.MissingRecord, () => CallAsync("sale.order", method, arguments));
    }

    [SkippableFact]
    public async Task What_the_business_forbids_comes_with_a_text_for_people()
    {
        var order = await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A"));
        await CallAsync("sale.order", "action_confirm", new[] { order });

        var refused = await FaultAsync(OdooFault.Validation, () => CallAsync("sale.order", "unlink", new[] { order }));

        Assert.Equal("odoo.exceptions.UserError", refused.ServerClass);
        Assert.NotEmpty(refused.ServerText);
        Assert.DoesNotContain(refused.ServerText, refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_hierarchy_has_no_circles()
    {
        var partner = await PartnerAsync("circle", new() { ["is_company"] = true });

        await FaultAsync(OdooFault.Validation, () => CallAsync("res.partner", "write", new[] { partner }, new Dictionary<string, object?> { ["parent_id"] = partner }));
    }
}
