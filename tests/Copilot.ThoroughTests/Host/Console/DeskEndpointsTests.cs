using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Console;

/// <summary>The reading desk over REST: who may, what is told, and that all of it is in the audit trail.</summary>
public sealed class DeskEndpointsTests : IAsyncLifetime
{
    private const string Documents = "/api/v1/documents";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private CopilotHost? _house;

    [Fact]
    public async Task A_document_is_laid_read_corrected_and_confirmed_and_each_step_is_in_the_trail()
    {
        using var accountant = await _house!.SignedInAsync(RoleNames.Accountant);
        var laid = Assert.Single((await LayAsync(accountant, ("order.xml", Order("PO-17"))))["documents"]!.AsArray())!;
        var id = laid["id"]!.ToString();
        Assert.Equal("new", laid["state"]!.ToString());
        Assert.True((await LayAsync(accountant, ("again.xml", Order("PO-17"))))["documents"]![0]!["duplicate"]!.GetValue<bool>());

        var read = await ReadAsync(accountant, id);
        Assert.Equal("PO-17", read["extraction"]!["fields"]!["number"]!["value"]!.ToString());
        using var corrected = await accountant.PostAsJsonAsync($"{Documents}/{id}/correct", new { version = read["version"]!.GetValue<int>(), fields = new[] { new { name = "number", value = "PO-18" } } });
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        using var late = await accountant.PostAsJsonAsync($"{Documents}/{id}/confirm", new { version = read["version"]!.GetValue<int>() });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var confirmed = await accountant.PostAsJsonAsync($"{Documents}/{id}/confirm", new { version = read["version"]!.GetValue<int>() + 1 });
        Assert.Equal("reviewed", (await confirmed.Content.ReadFromJsonAsync<JsonObject>())!["document"]!["state"]!.ToString());

        var trail = await _house!.TrailAsync(AuditEntryKind.BusinessDocument);
        Assert.Equal(["arrived", "came_again", "read", "corrected", "confirmed"], trail.Where(e => e.Content["document"]?.ToString() == id).Select(e => e.Content["what"]!.ToString()).Where(w => w != "opened"));
        var change = trail.First(e => e.Content["what"]?.ToString() == "corrected").Content["corrections"]![0]!;
        Assert.Equal(("PO-17", "PO-18"), (change["before"]!.ToString(), change["after"]!.ToString()));
    }

    [Fact]
    public async Task What_can_not_be_taken_says_why()
    {
        using var buyer = await _house!.SignedInAsync(RoleNames.Purchaser);
        var id = (await LayAsync(buyer, ("order.xml", Order("PO-20"))))["documents"]![0]!["id"]!.ToString();
        await ReadAsync(buyer, id);
        async Task<(HttpStatusCode, string)> PostAsync(string verb, object body)
        {
            using var answer = await buyer.PostAsJsonAsync($"{Documents}/{id}/{verb}", body);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var (status, text) = await PostAsync("correct", new { fields = new[] { new { name = "totalAmount", value = "1.234" } } });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("write all digits", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("reject", new { reason = "" })).Item1);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync($"{Documents}/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync($"{Documents}/{id}/pages/1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await buyer.GetAsync($"{Documents}?state=odd")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.DeleteAsync($"{Documents}/lessons/none")).StatusCode);
        var refused = (await LayAsync(buyer, ("empty.pdf", [])))["documents"]![0]!;
        Assert.Null(refused["id"]);
        Assert.Contains("is empty", refused["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_original_is_downloaded_never_shown()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        var id = (await LayAsync(manager, ("order.xml", Order("PO-30"))))["documents"]![0]!["id"]!.ToString();

        using var answer = await manager.GetAsync($"{Documents}/{id}/original");

        Assert.Equal(Order("PO-30"), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(RoleNames.SalesRep)]
    [InlineData(RoleNames.WarehouseSupervisor)]
    [InlineData(RoleNames.ServiceAgent)]
    [InlineData(RoleNames.Auditor)]
    public async Task Nobody_else_works_at_the_desk(string role)
    {
        using var person = await _house!.SignedInAsync(role);
        using var form = Form(("order.xml", Order("PO-40")));

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(Documents)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(Documents + "/inbox", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(Documents + "/lessons")).StatusCode);
        using var stranger = new HttpClient { BaseAddress = _house!.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Documents)).StatusCode);
    }

    [Fact]
    public async Task A_company_that_is_not_ones_own_takes_nothing()
    {
        using var accountant = await _house!.SignedInAsync(RoleNames.Accountant);
        using var form = Form(("order.xml", Order("PO-50")));

        using var answer = await accountant.PostAsync(Documents + "/inbox?company=4711", form);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public async Task InitializeAsync() => _house = await CopilotHost.StartAsync(TestHouse.Options(_folder), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _house!.DisposeAsync();
        _limit.Dispose();
        _folder.Dispose();
    }

    private static byte[] Order(string number) => Encoding.UTF8.GetBytes(
        $"<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><b:ID>{number}</b:ID><b:IssueDate>2026-09-14</b:IssueDate></Order>");

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        return form;
    }

    private static async Task<JsonObject> LayAsync(HttpClient client, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        using var answer = await client.PostAsync(Documents + "/inbox", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private async Task<JsonObject> ReadAsync(HttpClient client, string id)
    {
        while (true)
        {
            var document = (await client.GetFromJsonAsync<JsonObject>($"{Documents}/{id}", _limit.Token))!["document"]!.AsObject();
            if (document["state"]!.ToString() != "new")
            {
                return document;
            }
        }
    }
}
