using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Truth;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Evals;

public sealed class GoldenFilesTests
{
    private static readonly string Folder = RepositoryRoot.Join("evals");
    private readonly IReadOnlyList<GoldenCase> _cases = CaseFolder.Golden(Folder, []);

    [Fact]
    public void There_are_enough_cases_and_every_role_asks_some()
    {
        Assert.True(_cases.Count >= 85);
        Assert.Empty(RoleNames.All.Except(_cases.Select(c => c.As)));
        Assert.Empty(_cases.Select(c => c.As).Except(RoleNames.All));
        Assert.True(CaseFolder.Routing(Folder).Count >= 100);
    }

    [Fact]
    public void Every_fact_has_a_provider()
    {
        using var sandbox = new SandboxRpc(new HttpClient(), new Uri("http://127.0.0.1:9"));
        var names = new TruthBook(sandbox, TimeProvider.System).Names;
        var used = _cases.SelectMany(c => c.Let.Values.Concat(Steps(c).SelectMany(s => s.Facts)))
            .Concat(CaseFolder.Limits(Folder).Values.SelectMany(l => l.Hidden))
            .Select(FactExpression.TryParse).OfType<FactExpression>().Select(f => f.Provider);
        Assert.Empty(used.Except(names));
    }

    [Fact]
    public void Every_document_that_must_be_cited_exists_and_the_asker_may_read_it()
    {
        var documents = new KnowledgeIndex(RepositoryRoot.Join("knowledge")).Entries.ToDictionary(d => d.Id);
        var limits = CaseFolder.Limits(Folder);
        foreach (var golden in _cases)
        {
            foreach (var id in Steps(golden).SelectMany(s => s.Sources).SelectMany(s => s.Split('|', StringSplitOptions.TrimEntries)).Where(s => s.StartsWith("doc:", StringComparison.Ordinal)))
            {
                Assert.True(documents.TryGetValue(id[4..], out var document), $"{golden.Id}: {id}");
                Assert.True(KnowledgeIndex.MayRead(document, golden.As, limits[golden.As].Companies) || Steps(golden).Any(s => s.Sources.Any(x => x.Contains('|'))), $"{golden.Id}: {golden.As} may not read {id}");
            }
        }
    }

    [Fact]
    public void No_two_titles_of_documents_are_the_same()
    {
        var titles = new KnowledgeIndex(RepositoryRoot.Join("knowledge")).Entries.Select(d => d.Title).ToList();
        Assert.True(titles.Count >= 34);
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static IEnumerable<Expectation> Steps(GoldenCase golden) => golden.FollowUps.Select(f => f.Expect).Prepend(golden.Expect);
}
