using System.Net;
using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>The page behind a source's link: after signing in, within rights, with nothing executed.</summary>
public sealed class RecordPageTests : IAsyncLifetime, IDisposable
{
    private Wire wire = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        wire = await Wire.StartAsync();
        browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = wire.Address };
    }

    public async Task DisposeAsync() => await wire.DisposeAsync();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
        => Assert.Contains("name=\"password\"", await browser.GetStringAsync("odoo/sale.order/1"), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_password_stays_at_the_door()
    {
        await SignInAsync("sales-rep", "wrong");
        Assert.Contains("name=\"password\"", await browser.GetStringAsync("odoo/sale.order/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_record_with_links()
    {
        var page = await SignInAsync("sales-rep", "sales-rep");
        Assert.Contains("<h1>Sales Order: S00001</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/odoo/res.partner/4\">Nordlicht Logistik GmbH</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("odoo/sale.order/2", HttpStatusCode.Forbidden)]
    [InlineData("odoo/account.move/1", HttpStatusCode.Forbidden)]
    [InlineData("odoo/sale.order/999", HttpStatusCode.NotFound)]
    [InlineData("odoo/no.such/1", HttpStatusCode.NotFound)]
    [InlineData("odoo/sale.order/x", HttpStatusCode.NotFound)]
    public async Task What_is_hidden_or_absent_is_not_shown(string path, HttpStatusCode status)
    {
        await SignInAsync("sales-rep", "sales-rep");
        Assert.Equal(status, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Cost_is_left_out_of_a_sales_reps_page()
    {
        await SignInAsync("sales-rep", "sales-rep");
        Assert.DoesNotContain("Cost", await browser.GetStringAsync("odoo/product.product/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_field_is_shown_as_text()
    {
        await wire.AskAsync(TinyCompany.Admin, "sale.order", "write", """[[1], {"client_order_ref": "<script>alert(1)</script>"}]""");
        var page = await SignInAsync("admin", "admin");
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_does_not_lead_elsewhere()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["login"] = "admin", ["password"] = "admin", ["redirect"] = "//evil.example/" });
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await plain.PostAsync(new Uri(wire.Address, "web/login"), form);
        Assert.Equal("/odoo/", response.Headers.Location?.OriginalString);
    }

    private async Task<string> SignInAsync(string login, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["login"] = login, ["password"] = password, ["redirect"] = "/odoo/sale.order/1" });
        using var response = await browser.PostAsync(new Uri("web/login", UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }
}
