using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;

namespace Copilot.Tests.Knowledge.Stores.Sqlite;

/// <summary>The embedded queue passes the suite.</summary>
public sealed class SqliteQueueContractTests() : IngestQueueContract(new Place())
{
    private sealed class Place : IngestQueueUnderTest
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("queue-").FullName;

        internal override Task<IIngestQueue> OpenAsync() => Task.FromResult<IIngestQueue>(new SqliteIngestQueue(Path.Combine(_folder, "ingest.db")));

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
