using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>What only the library on PostgreSQL does.</summary>
public sealed class PostgresStoreTests : IAsyncLifetime
{
    private readonly PostgresStoreUnderTest _place = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [SkippableFact]
    public async Task A_character_that_it_cannot_keep_is_replaced_and_offsets_stay()
    {
        Skip.If(_place.MissingBecause is not null, _place.MissingBecause);
        await using var store = new PostgresKnowledgeStore(_place.Server(), TimeProvider.System);
        var document = new StoredDocument
        {
            Collection = "default",
            Source = "/a",
            TextHash = "h",
            Label = new DocumentLabel { Id = "a", Title = "A", Readers = ["all"], Companies = ["all"] },
        };
        const string text = "gloves\0\ud800 dry";
        await using (var writer = await store.BeginAsync(document, CancellationToken.None))
        {
            await writer.AddAsync([new StoredPart(0, 0, text)], [new Chunk(0, 0, text.Length, [], string.Empty) { Text = text }], CancellationToken.None);
            await writer.CommitAsync(document, CancellationToken.None);
        }

        var part = Assert.Single(await store.PartsAsync(new DocumentKey("default", "a"), 0, 100, CancellationToken.None));

        Assert.Equal("gloves\ufffd\ufffd dry", part.Text);
    }
}
