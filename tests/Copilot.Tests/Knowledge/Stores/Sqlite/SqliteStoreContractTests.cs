using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.Tests.Knowledge.Stores.Sqlite;

/// <summary>The embedded store passes every suite.</summary>
public sealed class SqliteStoreContractTests
{
    public sealed class Writing() : KnowledgeWritingContract(new Place());

    public sealed class Filters() : KnowledgeFilterContract(new Place());

    public sealed class Reading() : KnowledgeReadingContract(new Place());

    public sealed class Words() : KnowledgeWordsContract(new Place());

    public sealed class Vectors() : KnowledgeVectorContract(new Place());

    public sealed class Crowd() : KnowledgeCrowdContract(new Place());

    public sealed class Sources() : KnowledgeSourceContract(new Place());

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(SqliteStoreContractTests)));
    }

    private sealed class Place : KnowledgeStoreUnderTest
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;

        internal override Task<IKnowledgeStore> OpenAsync() => Task.FromResult<IKnowledgeStore>(new SqliteKnowledgeStore(Path.Combine(_folder, "knowledge.db")));

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
