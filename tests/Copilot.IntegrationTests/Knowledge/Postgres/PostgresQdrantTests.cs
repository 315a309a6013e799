using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>The library on PostgreSQL, searched in Qdrant, passes every suite, against the strict stub.</summary>
public sealed class PostgresQdrantTests
{
    private static QdrantStoreUnderTest Place => new(new PostgresStoreUnderTest());

    public sealed class Writing() : KnowledgeWritingContract(Place);

    public sealed class Filters() : KnowledgeFilterContract(Place);

    public sealed class Reading() : KnowledgeReadingContract(Place);

    public sealed class Words() : KnowledgeWordsContract(Place);

    public sealed class Vectors() : KnowledgeVectorContract(Place);

    public sealed class Crowd() : KnowledgeCrowdContract(Place);

    public sealed class Rights() : KnowledgeRightsContract(Place);

    public sealed class Sources() : KnowledgeSourceContract(Place);

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(PostgresQdrantTests)));
    }
}
