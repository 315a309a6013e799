using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Testing.Knowledge.Stores;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>The queue that nodes share does all that a queue must.</summary>
public sealed class PostgresQueueContractTests() : IngestQueueContract(new Place())
{
    private sealed class Place : IngestQueueUnderTest
    {
        private readonly PostgresStoreUnderTest _place = new();

        public override string? MissingBecause => _place.MissingBecause;

        internal override Task<IIngestQueue> OpenAsync() => Task.FromResult<IIngestQueue>(new PostgresIngestQueue(_place.Server()));

        public override ValueTask DisposeAsync() => _place.DisposeAsync();
    }
}
