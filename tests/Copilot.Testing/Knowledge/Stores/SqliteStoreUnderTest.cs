using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>The embedded store in a folder of its own.</summary>
public sealed class SqliteStoreUnderTest : KnowledgeStoreUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;

    public string Database => Path.Combine(_folder, "knowledge.db");

    internal override Task<IKnowledgeStore> OpenAsync() => Task.FromResult<IKnowledgeStore>(new SqliteKnowledgeStore(Database));

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
