using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Copilot.Tests.Knowledge.Stores.Sqlite;

/// <summary>The embedded store notes what an index outside it must be told.</summary>
public sealed class SqliteMirrorTests() : MirrorContract(new SqliteStoreUnderTest())
{
    private static readonly string[] Triggers = ["document", "removed", "superseded", "given_back", "vector", "vector_replaced", "space"];

    [Fact]
    public async Task Notes_of_an_earlier_version_are_kept_and_count_as_whole()
    {
        await using var place = new SqliteStoreUnderTest();
        var document = KnowledgeStoreContract.Document("a", l => l with { Readers = ["purchaser"] });
        string name;
        using (var before = new SqliteKnowledgeStore(place.Database))
        {
            await before.BeginMirrorAsync(CancellationToken.None);
            await KnowledgeStoreContract.WriteAsync(before, document, "Gloves.");
            name = (await before.MirrorStateAsync(CancellationToken.None)).Name;
        }

        await using (var connection = new SqliteConnection($"Data Source={place.Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this test.
            command.CommandText = string.Concat(Triggers.Select(t => $"drop trigger stale_{t}; create trigger stale_{t} after insert on word begin select 1; end;"))
                + "create table kept as select chunk, number from stale; drop table stale; create table stale(chunk integer primary key, number integer not null);"
                + "insert into stale select * from kept; drop table kept; create index stale_number on stale(number, chunk);";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        using var store = new SqliteKnowledgeStore(place.Database);
        await store.BeginMirrorAsync(CancellationToken.None);

        var noted = Assert.Single((await store.StaleAsync(10, CancellationToken.None)).Passages);
        Assert.Equal((true, name), (noted.IsWhole, (await store.MirrorStateAsync(CancellationToken.None)).Name));
        await store.SettleAsync([noted], CancellationToken.None);
        await store.RelabelAsync(document with { Label = document.Label with { Readers = ["accountant"] } }, CancellationToken.None);
        Assert.False(Assert.Single((await store.StaleAsync(10, CancellationToken.None)).Passages).IsWhole);
    }
}
