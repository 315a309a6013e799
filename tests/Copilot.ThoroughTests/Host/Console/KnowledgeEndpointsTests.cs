using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Console;

/// <summary>What operators see of the library, and that nobody else does.</summary>
public sealed class KnowledgeEndpointsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CopilotHost? _house;

    [Fact]
    public async Task An_operator_sees_every_document_with_its_readers_and_validity()
    {
        using var manager = await SignedInAsync(RoleNames.OperationsManager);

        var page = await manager.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/documents");

        Assert.Equal(3, page!["total"]!.GetValue<int>());
        var closed = page["items"]!.AsArray().Single(d => d!["id"]!.ToString() == "margins")!;
        Assert.Equal(["accountant"], closed["readers"]!.AsArray().Select(r => r!.ToString()));
        var old = page["items"]!.AsArray().Single(d => d!["id"]!.ToString() == "returns-3")!;
        Assert.Equal(("returns-4", "2025-01-01"), (old["supersededBy"]!.ToString(), old["validFrom"]!.ToString()));
    }

    [Fact]
    public async Task Lists_are_searched_and_paged()
    {
        using var manager = await SignedInAsync(RoleNames.OperationsManager);

        var found = await manager.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/documents?words=RETURNS&skip=1&top=1");

        Assert.Equal(2, found!["total"]!.GetValue<int>());
        Assert.Equal("returns-4", Assert.Single(found["items"]!.AsArray())!["id"]!.ToString());
    }

    [Fact]
    public async Task A_document_shows_how_it_was_cut_also_when_it_is_superseded()
    {
        using var auditor = await SignedInAsync(RoleNames.Auditor);

        var view = await auditor.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/documents/default/returns-3");

        Assert.Equal("Returns, third revision", view!["document"]!["title"]!.ToString());
        Assert.Contains("20 days", view["passages"]!["items"]![0]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/api/v1/knowledge/documents/default/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/api/v1/knowledge/documents/other/returns-3")).StatusCode);
    }

    [Fact]
    public async Task What_a_role_would_find_is_shown_with_what_was_filtered_and_why()
    {
        using var manager = await SignedInAsync(RoleNames.OperationsManager);

        var rep = await manager.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/find?query=returns+margin+days&role=sales-rep");
        var accountant = await manager.GetFromJsonAsync<JsonObject>("/api/v1/knowledge/find?query=returns+margin+days&role=accountant");

        Assert.DoesNotContain(rep!["hits"]!.AsArray(), h => h!["place"]!["documentId"]!.ToString() == "margins");
        Assert.Equal("reader", rep["filtered"]!["margins"]![0]!.ToString());
        Assert.Equal("superseded", rep["filtered"]!["returns-3"]![0]!.ToString());
        Assert.Contains(accountant!["hits"]!.AsArray(), h => h!["place"]!["documentId"]!.ToString() == "margins");
        Assert.NotNull(accountant["hits"]![0]!["parts"]!["fromWords"]);
    }

    [Fact]
    public async Task A_query_that_makes_no_sense_is_refused()
    {
        using var manager = await SignedInAsync(RoleNames.OperationsManager);
        string[] queries = ["query=&role=sales-rep", "query=returns&role=emperor", "query=returns", "query=returns&role=sales-rep&asOf=yesterday"];
        foreach (var query in queries)
        {
            Assert.True((await manager.GetAsync("/api/v1/knowledge/find?" + query)).StatusCode == HttpStatusCode.BadRequest, query);
        }
    }

    [Fact]
    public async Task Nobody_else_may_look()
    {
        foreach (var role in new[] { RoleNames.SalesRep, RoleNames.Accountant, RoleNames.ServiceAgent })
        {
            using var person = await SignedInAsync(role);

            foreach (var path in new[] { "documents", "documents/default/returns-4", "find?query=returns&role=accountant" })
            {
                Assert.True((await person.GetAsync("/api/v1/knowledge/" + path)).StatusCode == HttpStatusCode.Forbidden, $"{role}: {path}");
            }
        }
    }

    [Fact]
    public async Task Every_look_is_in_the_audit_trail()
    {
        using var manager = await SignedInAsync(RoleNames.OperationsManager);

        await manager.GetAsync("/api/v1/knowledge/documents/default/margins");
        await manager.GetAsync("/api/v1/knowledge/find?query=margin&role=sales-rep");

        var trail = new List<AuditRecord>();
        await foreach (var entry in _house!.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, CancellationToken.None))
        {
            trail.Add(entry);
        }

        Assert.Contains(trail, e => e.Kind == AuditEntryKind.KnowledgeViewed && e.Content["document"]?.ToString() == "margins" && e.CallerId == "demo:operations-manager");
        Assert.Contains(trail, e => e.Kind == AuditEntryKind.KnowledgeViewed && e.Content["query"]?.ToString() == "margin");
    }

    public async Task InitializeAsync()
    {
        Write("returns-3.md", "title: Returns, third revision\nreaders: all\nvalid_from: 2025-01-01", "# Returns\n\nGloves may be returned within 20 days.");
        Write("returns-4.md", "title: Returns, fourth revision\nreaders: all\nvalid_from: 2025-06-01\nsupersedes: returns-3", "# Returns\n\nGloves may be returned within 30 days.");
        Write("margins.md", "title: Margin floors\nreaders: [accountant]", "# Margins\n\nThe least margin is 18 % after 10 days.");
        _house = await CopilotHost.StartAsync(TestHouse.Options(_folder, ("Knowledge:Folder", _folder.Join("documents"))) with { Prepare = HouseParts.Knowledge }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _house!.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(string name, string label, string text)
    {
        Directory.CreateDirectory(_folder.Join("documents"));
        File.WriteAllText(_folder.Join("documents/" + name), $"---\n{label}\n---\n{text}\n");
    }

    private async Task<HttpClient> SignedInAsync(string role)
    {
        var client = new HttpClient { BaseAddress = _house!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestHouse.TokenAsync(client, role));
        return client;
    }
}
