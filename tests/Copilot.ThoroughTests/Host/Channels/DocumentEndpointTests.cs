using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What a person brings along: taken, kept for that person alone, asked about, and forgotten.</summary>
public sealed class DocumentEndpointTests(TestHouse house) : IClassFixture<TestHouse>
{
    private const string Terms = "# Terms of carriage\n\n## 1 Damage\nDamage is reported within 7 days.";
    private const string Unknown = "upload-0123456789abcdef";

    [Fact]
    public async Task Several_files_are_taken_and_each_says_what_became_of_it()
    {
        using var owner = await house.SignedInAsync(RoleNames.Purchaser);

        var taken = await UploadAsync(owner, ("terms.md", Terms), ("run.exe", "MZ"), ("empty.txt", string.Empty), ("plain.txt", "Pallets are exchanged one for one."));

        Assert.Equal(["ready", "refused", "refused", "ready"], taken.Select(t => t["state"]!.ToString()));
        Assert.Equal(["terms.md", "run.exe", "empty.txt", "plain.txt"], taken.Select(t => t["file"]!.ToString()));
        Assert.Matches("^upload-[0-9a-f]{16}$", taken[0]["attachmentId"]!.ToString());
        Assert.Equal("Terms of carriage", taken[0]["title"]!.ToString());
        Assert.True(taken[0]["passages"]!.GetValue<int>() > 0);
        Assert.Null(taken[1]["attachmentId"]);
        Assert.NotEmpty(taken[1]["error"]!.ToString());
        Assert.Contains("empty", taken[2]["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_pdf_is_refused_in_words_and_the_service_goes_on()
    {
        using var owner = await house.SignedInAsync(RoleNames.Purchaser);

        var taken = await UploadAsync(owner, ("broken.pdf", "%PDF-1.7\nthis is none"), ("plain.txt", "Pallets are exchanged."));

        Assert.Equal(["refused", "ready"], taken.Select(t => t["state"]!.ToString()));
        Assert.True(taken[0]["error"]!.ToString().Length > 10);
        Assert.DoesNotContain("Exception", taken[0]["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_far_larger_than_other_requests_is_taken_and_one_above_the_limit_is_named()
    {
        using var owner = await house.SignedInAsync(RoleNames.ServiceAgent);
        var large = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Line {i} says that pallet {i} is counted.\n"));

        var taken = await UploadAsync(owner, ("large.txt", large), ("huge.txt", new string('a', (50 * 1024 * 1024) + 1)), ("after.txt", "It goes on."));

        Assert.Equal(["ready", "refused", "ready"], taken.Select(t => t["state"]!.ToString()));
        Assert.Contains("larger than 50 MB", taken[1]["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("multipart/form-data", "x", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno file\r\n--b--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nbreaks off", 400)]
    public async Task What_is_no_upload_is_a_problem_in_words(string type, string body, int status)
    {
        using var owner = await house.SignedInAsync(RoleNames.Purchaser);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await owner.PostAsync("/api/v1/documents", content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_sent_in_another_way_is_told_how_and_what_can_be_read()
    {
        using var owner = await house.SignedInAsync(RoleNames.Purchaser);

        using var response = await owner.PostAsJsonAsync("/api/v1/documents", new { file = "terms.pdf" });
        var problem = (await response.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("multipart/form-data", problem["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.All([".pdf", ".docx", ".eml"], format => Assert.Contains(format, problem["detail"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_uploads_without_signing_in()
    {
        using var stranger = new HttpClient { BaseAddress = house.Address };
        using var form = Form(("terms.md", Terms));

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/api/v1/documents", form)).StatusCode);
    }

    [Fact]
    public async Task Attachments_reach_the_turn_and_those_of_others_do_not_exist()
    {
        using var owner = await house.SignedInAsync(RoleNames.SalesRep);
        using var other = await house.SignedInAsync(RoleNames.Accountant);
        var id = (await UploadAsync(owner, ("mine.md", Terms)))[0]["attachmentId"]!.ToString();
        var question = "What is this about, " + id;

        using var asked = await owner.PostAsJsonAsync("/api/v1/ask", new { question, attachments = new[] { id, id } });
        using var stolen = await other.PostAsJsonAsync("/api/v1/ask", new { question = "stolen " + id, attachments = new[] { id } });
        using var unknown = await other.PostAsJsonAsync("/api/v1/ask", new { question = "unknown " + id, attachments = new[] { Unknown } });

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal([id], house.Runner.Asked.Single(a => a.Question == question).Attachments);
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await stolen.Content.ReadAsStringAsync());
        Assert.DoesNotContain(house.Runner.Asked, a => a.Question.EndsWith(id, StringComparison.Ordinal) && a.Question != question);
    }

    [Fact]
    public async Task The_owner_forgets_a_document_and_nobody_else_can()
    {
        using var owner = await house.SignedInAsync(RoleNames.OperationsManager);
        using var other = await house.SignedInAsync(RoleNames.Accountant);
        var id = (await UploadAsync(owner, ("mine.md", Terms)))[0]["attachmentId"]!.ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync("/api/v1/documents/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync("/api/v1/documents/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync("/api/v1/documents/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.PostAsJsonAsync("/api/v1/ask", new { question = "?", attachments = new[] { id } })).StatusCode);
        var trail = new List<AuditRecord>();
        await foreach (var entry in house.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, CancellationToken.None))
        {
            trail.Add(entry);
        }

        var about = trail.Where(e => e.Kind == AuditEntryKind.KnowledgeChanged && e.Content["attachment"]?.ToString() == id).ToList();
        Assert.Equal(2, about.Count);
        Assert.NotNull(about[0].Content["uploaded"]);
        Assert.NotNull(about[1].Content["forgotten"]);
    }

    [Fact]
    public async Task Uploads_go_with_the_only_conversation_that_asked_about_them()
    {
        using var owner = await house.SignedInAsync(RoleNames.WarehouseSupervisor);
        var taken = await UploadAsync(owner, ("one.md", Terms + " One."), ("both.md", Terms + " Both."));
        var (one, both) = (taken[0]["attachmentId"]!.ToString(), taken[1]["attachmentId"]!.ToString());
        var caller = Some.Caller("demo:" + RoleNames.WarehouseSupervisor);
        await KeepAsync(caller, "upload-c1", "upload-t1", one, both);
        await KeepAsync(caller, "upload-c2", "upload-t2", both);

        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync("/api/v1/conversations/upload-c1")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync("/api/v1/documents/" + one)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync("/api/v1/documents/" + both)).StatusCode);
    }

    private async Task KeepAsync(Caller caller, string conversation, string turn, params string[] attachments)
    {
        var turns = house.Services.GetRequiredService<ITurnStore>();
        var request = Some.Request(conversation, turn, caller.Id);
        await turns.BeginAsync(request, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await turns.FinishAsync(
            new StoredTurn
            {
                Turn = Some.Turn(request, TurnOutcome.Answered),
                Evidence = Some.Evidence,
                Memo = new JsonObject { ["attachments"] = new JsonArray([.. attachments.Select(a => JsonValue.Create(a))]) },
            },
            CancellationToken.None);
    }

    private static async Task<List<JsonNode>> UploadAsync(HttpClient client, params (string Name, string Text)[] files)
    {
        using var form = Form(files);
        using var response = await client.PostAsync("/api/v1/documents", form);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return [.. (await response.Content.ReadFromJsonAsync<JsonObject>())!["documents"]!.AsArray().Select(d => d!)];
    }

    private static MultipartFormDataContent Form(params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        }

        return form;
    }
}
