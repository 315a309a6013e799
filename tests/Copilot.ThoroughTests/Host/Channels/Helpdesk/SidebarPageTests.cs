using System.Net;
using Copilot.Host;
using Copilot.Testing.Helpdesk;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>Who may frame what: Odoo the sidebar, and nobody anything else.</summary>
public sealed class SidebarPageTests(SidebarPageTests.Built built) : IClassFixture<SidebarPageTests.Built>
{
    [Fact]
    public async Task The_sidebar_may_be_framed_by_the_listed_origins_and_listens_to_them()
    {
        using var client = new HttpClient { BaseAddress = built.House.Address };
        using var response = await client.GetAsync("/sidebar");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.EndsWith("frame-ancestors https://odoo.meridian.example http://127.0.0.1:8069", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("origins=\"https://odoo.meridian.example http://127.0.0.1:8069\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/sidebar.html")]
    [InlineData("/sidebar/")]
    [InlineData("/sidebar/x")]
    [InlineData("/SIDEBAR")]
    [InlineData("/sidebar%2f..")]
    [InlineData("/api/v1/me")]
    [InlineData("/healthz")]
    public async Task Nothing_else_may_be_framed_by_anybody(string path)
    {
        using var client = new HttpClient { BaseAddress = built.House.Address };
        using var response = await client.GetAsync(path);

        Assert.EndsWith("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sidebar_its_page_is_not_there()
    {
        using var another = new TemporaryFolder();
        Directory.CreateDirectory(another.Join("wwwroot"));
        await File.WriteAllTextAsync(another.Join("wwwroot/index.html"), "<!doctype html><title>chat</title>");
        await File.WriteAllTextAsync(another.Join("wwwroot/sidebar.html"), "<!doctype html>");
        await using var bare = await CopilotHost.StartAsync(TestHouse.Options(another), CancellationToken.None);
        using var client = new HttpClient { BaseAddress = bare.Address };
        using var response = await client.GetAsync("/sidebar");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.EndsWith("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>A service with a page in the place of the built one.</summary>
    public sealed class Built : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        internal CopilotHost House { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Directory.CreateDirectory(folder.Join("wwwroot"));
            await File.WriteAllTextAsync(folder.Join("wwwroot/index.html"), "<!doctype html><title>chat</title>");
            await File.WriteAllTextAsync(folder.Join("wwwroot/sidebar.html"), "<!doctype html><copilot-sidebar-page origins=\"ORIGINS-OF-ODOO\"></copilot-sidebar-page>");
            House = await CopilotHost.StartAsync(TestHouse.Options(folder, PracticeOdoo.Settings("https://odoo.meridian.example, http://127.0.0.1:8069")), CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            await House.DisposeAsync();
            folder.Dispose();
        }
    }
}
