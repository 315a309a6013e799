using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>What a person uploads, on a real PostgreSQL that two nodes share.</summary>
public sealed class SharedUploadTests : IAsyncLifetime
{
    private readonly PostgresUnderTest server = new();
    private readonly TemporaryFolder first = new();
    private readonly TemporaryFolder second = new();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(10));

    public Task InitializeAsync() => server.MissingBecause is null ? server.CreateAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        first.Dispose();
        second.Dispose();
        limit.Dispose();
    }

    [SkippableFact]
    public async Task An_upload_at_one_node_is_asked_about_at_both_by_its_owner_alone_and_forgotten_at_both()
    {
        Skip.If(server.MissingBecause is not null, server.MissingBecause);
        await using var one = await StartAsync(first.Path);
        File.Copy(Path.Combine(first.Path, "audit.key"), Path.Combine(second.Path, "audit.key"));
        await using var two = await StartAsync(second.Path);
        using var owner = await SignInAsync(one, "purchaser");
        using var ownerElsewhere = Like(owner, two);
        using var other = await SignInAsync(two, "accountant");

        var uploaded = await UploadAsync(owner);
        var id = uploaded["attachmentId"]!.ToString();
        var here = await AskAsync(owner, id);
        var there = await AskAsync(ownerElsewhere, id);
        var stolen = await AskAsync(other, id);
        var unaided = await AskAsync(other, null);

        Assert.Equal("ready", uploaded["state"]!.ToString());
        Assert.Contains("19 days", here.Text, StringComparison.Ordinal);
        Assert.Contains("19 days", there.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stolen.Status);
        Assert.DoesNotContain("19 days", unaided.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await ownerElsewhere.DeleteAsync("/api/v1/documents/" + id, limit.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(owner, id)).Status);
    }

    private static HttpClient Like(HttpClient known, CopilotHost house)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = known.DefaultRequestHeaders.Authorization;
        return http;
    }

    private async Task<HttpClient> SignInAsync(CopilotHost house, string persona)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        using var session = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona }, limit.Token);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await session.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!["token"]!.ToString());
        return http;
    }

    private async Task<JsonNode> UploadAsync(HttpClient owner)
    {
        var text = "# Terms of carriage\n\n## 4 Damage in transit\n\nDamage in transit must be reported to the carrier within 19 days of delivery.\n";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "carriage.md" } };
        using var response = await owner.PostAsync("/api/v1/documents", form, limit.Token);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!["documents"]![0]!;
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient person, string? attachment)
    {
        var body = new { question = "Within how many days must damage in transit be reported to the carrier?", attachments = attachment is null ? [] : new[] { attachment } };
        using var response = await person.PostAsJsonAsync("/api/v1/ask", body, limit.Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
    }

    private Task<CopilotHost> StartAsync(string data) => CopilotHost.StartAsync(
        new CopilotHostOptions
        {
            Urls = "http://127.0.0.1:0",
            WorkingFolder = RepositoryRoot.Path,
            ReadEnvironment = false,
            LogLevel = LogLevel.None,
            Settings = new Dictionary<string, string?> { ["Copilot:Data"] = data, ["Copilot:Store"] = server.ConnectionString, ["Copilot:Sandbox:Port"] = "0" },
        },
        limit.Token);
}
