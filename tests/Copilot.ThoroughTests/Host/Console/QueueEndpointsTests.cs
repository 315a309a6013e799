using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Console;

/// <summary>The queue of ingestion: how far it is, what failed and why, and what operations managers may do about it.</summary>
public sealed class QueueEndpointsTests : IAsyncLifetime
{
    private const string Progress = "/api/v1/knowledge/progress";
    private const string Secret = "my-salary-letter";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private CopilotHost? _house;

    [Fact]
    public async Task Operators_see_what_was_done_and_what_failed_and_why()
    {
        using var auditor = await _house!.SignedInAsync(RoleNames.Auditor);

        var view = await ShownAsync(auditor, _ => true);

        var run = view["queue"]!["runs"]!.AsArray().Single(r => r!["what"]!.ToString() == "start")!;
        Assert.Equal((2, 2, 1), (run["files"]!.GetValue<int>(), run["done"]!.GetValue<int>(), run["refused"]!.GetValue<int>()));
        var failed = Assert.Single(view["queue"]!["failed"]!.AsArray())!;
        Assert.EndsWith("closed.md", failed["file"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("emperor", failed["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["second", "knowledge"], view["sources"]!.AsArray().Select(s => s!["name"]!.ToString()).OrderDescending());
        Assert.Equal("manual", view["sources"]!.AsArray().Single(s => s!["name"]!.ToString() == "second")!["refresh"]!.ToString());
        Assert.False(view["mayAct"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_source_is_looked_at_when_asked()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        Write("second/tape.md", "title: Tape\nreaders: all", "# Tape\n\nTape is kept cold.");

        using var answer = await manager.PostAsync("/api/v1/knowledge/sources/SECOND/sync", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var run = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["run"]!.GetValue<long>();
        var done = await FinishedAsync(manager, run);
        Assert.Equal(("second", 1), (done["what"]!.ToString(), done["added"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/api/v1/knowledge/documents/default/tape")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync("/api/v1/knowledge/sources/third/sync", null)).StatusCode);
    }

    [Fact]
    public async Task A_source_whose_folder_is_gone_keeps_its_documents_and_is_told()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        Directory.Delete(_folder.Join("second"), recursive: true);

        using var answer = await manager.PostAsync("/api/v1/knowledge/sources/second/sync", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("is not there", (await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_put_right_is_read_again()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        var file = (await ShownAsync(manager, _ => true))["queue"]!["failed"]![0]!["file"]!.ToString();
        Write("documents/closed.md", "title: Closed\nreaders: [accountant]", "# Closed\n\nThe ledger is closed.");

        using var answer = await manager.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "default", file });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await FinishedAsync(manager, (await answer.Content.ReadFromJsonAsync<JsonObject>())!["run"]!.GetValue<long>());
        Assert.Empty((await ShownAsync(manager, _ => true))["queue"]!["failed"]!.AsArray());
        var closed = await manager.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/documents/default/closed");
        Assert.Equal(["accountant"], closed!["document"]!["readers"]!.AsArray().Select(r => r!.ToString()));
        using var again = await manager.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "default", file });
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_retry_that_names_no_file_is_refused()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        string[] bodies = ["{}", """{"collection":"default"}""", """{"collection":"","file":"x"}""", "[1]", "nothing"];
        foreach (var body in bodies)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");

            using var answer = await manager.PostAsync("/api/v1/knowledge/retry", content);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{body}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Uploads_are_counted_and_never_named()
    {
        using var owner = await _house!.SignedInAsync(RoleNames.SalesRep);
        using var form = new MultipartFormDataContent { { new StringContent("%PDF-1.7\nthis is none"), "files", Secret + ".pdf" } };
        using var taken = await owner.PostAsync("/api/v1/documents", form);
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);

        var text = await manager.GetStringAsync(Progress);

        Assert.Equal(1, JsonNode.Parse(text)!["queue"]!["refusedUploads"]!.GetValue<int>());
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("demo:sales-rep", Uri.UnescapeDataString(text), StringComparison.Ordinal);
        using var retry = await manager.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "uploads", file = "upload:demo%3Asales-rep/chat/0123456789abcdef/" + Secret + ".pdf" });
        Assert.Equal(HttpStatusCode.NotFound, retry.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_may_look_or_act()
    {
        foreach (var role in new[] { RoleNames.SalesRep, RoleNames.Purchaser })
        {
            using var person = await _house!.SignedInAsync(role);

            Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(Progress)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync("/api/v1/knowledge/sources/second/sync", null)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "default", file = "x" })).StatusCode);
        }
    }

    [Fact]
    public async Task Auditors_look_and_do_not_act_and_strangers_do_neither()
    {
        using var auditor = await _house!.SignedInAsync(RoleNames.Auditor);
        using var stranger = new HttpClient { BaseAddress = _house!.Address };

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync("/api/v1/knowledge/sources/second/sync", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "default", file = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Progress)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/api/v1/knowledge/sources/second/sync", null)).StatusCode);
    }

    [Fact]
    public async Task Looking_and_acting_are_in_the_audit_trail_and_many_looks_in_a_row_are_one_entry()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);

        await manager.GetAsync(Progress);
        await manager.GetAsync(Progress);
        await manager.PostAsync("/api/v1/knowledge/sources/second/sync", null);
        await manager.PostAsJsonAsync("/api/v1/knowledge/retry", new { collection = "default", file = "/nowhere/x.md" });

        var trail = await _house!.TrailAsync();

        var mine = trail.Where(e => e.CallerId == "demo:operations-manager").ToList();
        Assert.Single(mine, e => e.Kind == AuditEntryKind.KnowledgeViewed && e.Content["view"]?.ToString() == "queue");
        Assert.Single(mine, e => e.Kind == AuditEntryKind.KnowledgeChanged && e.Content["asked"]?.ToString() == "sync" && e.Content["source"]?.ToString() == "second");
        Assert.Single(mine, e => e.Kind == AuditEntryKind.KnowledgeChanged && e.Content["asked"]?.ToString() == "retry" && e.Content["file"]?.ToString() == "/nowhere/x.md");
    }

    [Fact]
    public async Task A_broken_list_of_sources_does_not_hide_the_queue()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        await File.WriteAllTextAsync(_folder.Join("documents/sources.json"), "{ broken");

        var view = await ShownAsync(manager, _ => true);

        Assert.Contains("not valid JSON", view["sourcesFault"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(view["queue"]!["runs"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync("/api/v1/knowledge/sources/second/sync", null)).StatusCode);
    }

    public async Task InitializeAsync()
    {
        Write("documents/gloves.md", "title: Gloves\nreaders: all", "# Gloves\n\nGloves are kept dry.");
        Write("documents/closed.md", "title: Closed\nreaders: [emperor]", "# Closed\n\nThe ledger is closed.");
        Directory.CreateDirectory(_folder.Join("second"));
        await File.WriteAllTextAsync(_folder.Join("documents/sources.json"), """{ "sources": [ { "name": "second", "folder": "../second", "refresh": "manual" } ] }""");
        _house = await CopilotHost.StartAsync(TestHouse.Options(_folder, ("Knowledge:Folder", _folder.Join("documents"))) with { Prepare = HouseParts.Knowledge }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _house!.DisposeAsync();
        _limit.Dispose();
        _folder.Dispose();
    }

    private void Write(string name, string label, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Join(name))!);
        File.WriteAllText(_folder.Join(name), $"---\n{label}\n---\n{text}\n");
    }

    private async Task<JsonObject> FinishedAsync(HttpClient client, long run)
    {
        JsonNode? Of(JsonObject view) => view["queue"]!["runs"]!.AsArray().Single(r => r!["id"]!.GetValue<long>() == run);
        return Of(await ShownAsync(client, v => Of(v)!["finishedAt"] is not null))!.AsObject();
    }

    private async Task<JsonObject> ShownAsync(HttpClient client, Func<JsonObject, bool> until)
    {
        while (true)
        {
            var view = (await client.GetFromJsonAsync<JsonObject>(Progress, _limit.Token))!;
            if (until(view))
            {
                return view;
            }
        }
    }
}
