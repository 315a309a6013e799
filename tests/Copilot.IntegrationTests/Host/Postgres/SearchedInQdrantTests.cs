using Copilot.Testing.Qdrant;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>The program itself with its store in PostgreSQL and its library searched in Qdrant.</summary>
public sealed class SearchedInQdrantTests : IAsyncLifetime
{
    private readonly PostgresUnderTest _server = new();
    private readonly TemporaryFolder _data = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));

    public Task InitializeAsync() => _server.MissingBecause is null ? _server.CreateAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _data.Dispose();
        _limit.Dispose();
    }

    [SkippableFact]
    public async Task A_search_tells_where_it_was_answered_and_what_is_wrong_with_Qdrant()
    {
        Skip.If(_server.MissingBecause is not null, _server.MissingBecause);
        await using var stub = await QdrantStub.StartAsync();
        stub.ApiKey = "opens-it";
        var program = CopilotProgram.WithPracticeCompany(_data.Path).With("Store", _server.ConnectionString).With("Qdrant__Url", stub.Address.ToString()).With("Qdrant__ApiKey", "opens-it");

        var found = await program.RunAsync(_limit.Token, "search", "returns of gloves", "--explain", "--as", "operations-manager");
        var refused = await program.With("Qdrant__ApiKey", "another").RunAsync(_limit.Token, "search", "returns of gloves", "--explain", "--as", "operations-manager");

        Assert.Equal((0, 0), (found.ExitCode, refused.ExitCode));
        Assert.Contains("searched in Qdrant 1.19.0", found.Output, StringComparison.Ordinal);
        Assert.Contains("searched in the store itself: Qdrant refused the key (401: Invalid API key or JWT)", refused.Output, StringComparison.Ordinal);
        Assert.Equal(Documents(found.Output), Documents(refused.Output));
        Assert.NotEmpty(Documents(found.Output));
        Assert.Empty(stub.Violations);
    }

    // "1. returns-policy  0.987  Returns › Gloves"
    private static string[] Documents(string page)
        => [.. page.Split('\n').Where(l => l.Length > 2 && char.IsDigit(l[0]) && l.Contains(". ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).Order(StringComparer.Ordinal)];
}
