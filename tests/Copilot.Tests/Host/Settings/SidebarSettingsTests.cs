using Copilot.Contracts;
using Copilot.Host.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Copilot.Tests.Host.Settings;

public sealed class SidebarSettingsTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Nothing_set_means_no_sidebar() => Assert.Null(Read());

    [Fact]
    public void Keys_and_origins_are_enough()
    {
        var sidebar = Read(("Keys", $"a:{Key}, b:x:{Key}"), ("Origins", "https://ODOO.example:443/, http://127.0.0.1:8069"))!;

        Assert.Equal(Key, sidebar.Keys["a"]);
        Assert.Equal("x:" + Key, sidebar.Keys["b"]);
        Assert.Equal(["https://odoo.example", "http://127.0.0.1:8069"], sidebar.Origins);
        Assert.Equal("distribution-copilot", sidebar.Audience);
        Assert.Equal(TimeSpan.FromHours(1), sidebar.Session);
        Assert.Equal(RoleNames.SalesRep, sidebar.Roles["sales_team.group_sale_salesman"]);
        Assert.DoesNotContain(RoleNames.OperationsManager, sidebar.Roles.Values);
        Assert.DoesNotContain(RoleNames.Auditor, sidebar.Roles.Values);
        Assert.DoesNotContain(Key, sidebar.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keys", "short:abc", "at least 32 characters")]
    [InlineData("Keys", "0123456789abcdef0123456789abcdef", "name:key")]
    [InlineData("Keys", "a b:0123456789abcdef0123456789abcdef", "name:key")]
    [InlineData("Keys", "a:0123456789abcdef0123456789abcdef,a:fedcba9876543210fedcba9876543210", "each name once")]
    [InlineData("Keys", " ", "copy the key from Odoo")]
    [InlineData("Origins", "*", "no word for all")]
    [InlineData("Origins", "odoo.example", "https://host")]
    [InlineData("Origins", "https://odoo.example/web", "without a path")]
    [InlineData("Origins", "https://odoo.example;script-src", "https://host")]
    [InlineData("Origins", "", "only its pages")]
    [InlineData("Roles", "sales_team.group_sale_salesman=boss", "none or one of")]
    [InlineData("Roles", "sales-rep", "group=role")]
    [InlineData("SessionMinutes", "4", "from 5 to 480")]
    public void What_cannot_be_used_is_a_fault_that_says_the_repair_and_no_secret(string key, string value, string repair)
    {
        var trouble = Assert.Throws<CopilotException>(() => Read(new Dictionary<string, string> { ["Keys"] = "a:" + Key, ["Origins"] = "https://odoo.example", [key] = value }.Select(pair => (pair.Key, pair.Value)).ToArray()));

        Assert.Contains("Copilot__Sidebar__" + key, trouble.Message, StringComparison.Ordinal);
        Assert.Contains(repair, trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_can_be_given_and_taken_away()
    {
        var sidebar = Read(("Keys", "a:" + Key), ("Origins", "https://odoo.example"), ("Roles", "stock.group_stock_user=warehouse-supervisor, purchase.group_purchase_user=none"))!;

        Assert.Equal(RoleNames.WarehouseSupervisor, sidebar.Roles["stock.group_stock_user"]);
        Assert.DoesNotContain("purchase.group_purchase_user", sidebar.Roles.Keys);
    }

    private static SidebarSettings? Read(params (string Key, string Value)[] settings)
        => SettingsReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Copilot:Sidebar:" + s.Key, (string?)s.Value))).Build(), "/work-folder").Sidebar;
}
