using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Stores.Sqlite;

/// <summary>The embedded store passes every suite.</summary>
public sealed class SqliteStoreContractTests
{
    public sealed class Writing() : KnowledgeWritingContract(new SqliteStoreUnderTest());

    public sealed class Filters() : KnowledgeFilterContract(new SqliteStoreUnderTest());

    public sealed class Reading() : KnowledgeReadingContract(new SqliteStoreUnderTest());

    public sealed class Words() : KnowledgeWordsContract(new SqliteStoreUnderTest());

    public sealed class Vectors() : KnowledgeVectorContract(new SqliteStoreUnderTest());

    public sealed class Crowd() : KnowledgeCrowdContract(new SqliteStoreUnderTest());

    public sealed class Rights() : KnowledgeRightsContract(new SqliteStoreUnderTest());

    public sealed class Sources() : KnowledgeSourceContract(new SqliteStoreUnderTest());

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(SqliteStoreContractTests)));
    }
}
