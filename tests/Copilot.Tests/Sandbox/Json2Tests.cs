using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Copilot.Sandbox;
using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>The wire of <c>/json/2</c>, against recordings of a real Odoo 19.</summary>
public sealed class Json2Tests(Json2Tests.Company company) : IClassFixture<Json2Tests.Company>
{
    [Theory]
    [InlineData("res.partner/search_count", """{"domain": []}""", 200, null)]
    [InlineData("res.partner/search_count", "", 422, "missing a required argument: 'domain'")]
    [InlineData("res.partner/search_count", """{"args": [[]]}""", 422, "missing a required argument: 'domain'")]
    [InlineData("sale.order/write", """{"ids": [1]}""", 422, "missing a required argument: 'vals'")]
    [InlineData("sale.order/search_count", """{"domain": [], "nosuch": 1}""", 422, "got an unexpected keyword argument 'nosuch'")]
    [InlineData("sale.order/search", """{"ids": [1], "domain": []}""", 422, "cannot call sale.order.search with ids")]
    [InlineData("sale.order/read", """{"ids": [999999], "fields": ["name"]}""", 200, null)]
    [InlineData("sale.order/action_confirm", "{}", 200, null)]
    [InlineData("no.such.model/search", """{"domain": []}""", 404, "the model 'no.such.model' does not exist")]
    [InlineData("res.partner/nosuch", "{}", 404, "The method 'res.partner.nosuch' does not exist")]
    [InlineData("res.partner/_compute_display_name", """{"ids": [1]}""", 403, "Private methods (such as 'res.partner._compute_display_name') cannot be called remotely.")]
    [InlineData("sale.order/search", """{"domain": [["nosuch", "=", 1]]}""", 500, "Invalid field sale.order.nosuch in condition ('nosuch', '=', 1)")]
    [InlineData("sale.order/write", """{"ids": [999999], "vals": {"client_order_ref": "x"}}""", 404, null)]
    public async Task Answers_and_faults_are_those_of_a_real_server(string call, string body, int status, string? message)
    {
        var (answered, answer, _) = await AskAsync(call, body, "bearer " + SandboxServer.ApiKeyOf("admin"));

        Assert.Equal(status, answered);
        if (message is not null)
        {
            Assert.Equal(message, answer.GetProperty("message").GetString());
        }
    }

    [Theory]
    [InlineData("", "User not authenticated, use an API Key with a Bearer Authorization header.")]
    [InlineData("bearer admin", "Invalid apikey")]
    [InlineData("bearer 0123456789abcdef0123456789abcdef01234567", "Invalid apikey")]
    public async Task Without_a_key_of_its_own_nobody_gets_in(string authorization, string message)
    {
        var (status, answer, challenge) = await AskAsync("res.partner/search_count", """{"domain": []}""", authorization);

        Assert.Equal(401, status);
        Assert.Equal("werkzeug.exceptions.Unauthorized", answer.GetProperty("name").GetString());
        Assert.Equal(message, answer.GetProperty("message").GetString());
        Assert.Equal("Bearer", challenge);
    }

    [Fact]
    public async Task What_makes_records_answers_a_list_of_ids()
    {
        var (_, answer, _) = await AskAsync("res.partner/create", """{"vals_list": {"name": "One of json2"}}""", "Bearer " + SandboxServer.ApiKeyOf("admin"));

        Assert.Equal(1, answer.GetArrayLength());
    }

    [Fact]
    public async Task Rights_are_those_of_the_keys_owner()
    {
        var (status, answer, _) = await AskAsync("account.move/search_count", """{"domain": []}""", "bearer " + SandboxServer.ApiKeyOf("warehouse-supervisor"));

        Assert.Equal(403, status);
        Assert.Equal("odoo.exceptions.AccessError", answer.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Another_database_is_not_there()
    {
        using var request = Request("res.partner/search_count", """{"domain": []}""", "bearer " + SandboxServer.ApiKeyOf("admin"));
        request.Headers.Add("X-Odoo-Database", "nosuch");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    private HttpRequestMessage Request(string call, string body, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(company.Address, "json/2/" + call)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization.Length > 0)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        return request;
    }

    private async Task<(int Status, JsonElement Answer, string? Challenge)> AskAsync(string call, string body, string authorization)
    {
        using var request = Request(call, body, authorization);
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, document.RootElement.Clone(), response.Headers.WwwAuthenticate.FirstOrDefault()?.ToString());
    }

    /// <summary>The practice company on a port of its own.</summary>
    public sealed class Company : IAsyncLifetime
    {
        private SandboxServer? sandbox;

        /// <summary>Where it is.</summary>
        public Uri Address => sandbox!.Address;

        /// <inheritdoc/>
        public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);

        /// <inheritdoc/>
        public async Task DisposeAsync() => await sandbox!.DisposeAsync();
    }
}
