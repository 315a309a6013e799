using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>The library on PostgreSQL passes every suite.</summary>
public sealed class PostgresStoreContractTests
{
    public sealed class Writing() : KnowledgeWritingContract(new PostgresStoreUnderTest());

    public sealed class Filters() : KnowledgeFilterContract(new PostgresStoreUnderTest());

    public sealed class Reading() : KnowledgeReadingContract(new PostgresStoreUnderTest());

    public sealed class Words() : KnowledgeWordsContract(new PostgresStoreUnderTest());

    public sealed class Vectors() : KnowledgeVectorContract(new PostgresStoreUnderTest());

    public sealed class Crowd() : KnowledgeCrowdContract(new PostgresStoreUnderTest());

    public sealed class Sources() : KnowledgeSourceContract(new PostgresStoreUnderTest());

    public sealed class Rights() : KnowledgeRightsContract(new PostgresStoreUnderTest());

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(PostgresStoreContractTests)));
    }
}
