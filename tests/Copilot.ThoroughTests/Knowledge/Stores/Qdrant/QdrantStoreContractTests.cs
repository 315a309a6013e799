using Copilot.Testing.Knowledge.Stores;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Stores.Qdrant;

/// <summary>The store searched in Qdrant passes every suite, against the strict stub.</summary>
public sealed class QdrantStoreContractTests
{
    public sealed class Writing() : KnowledgeWritingContract(new QdrantStoreUnderTest());

    public sealed class Filters() : KnowledgeFilterContract(new QdrantStoreUnderTest());

    public sealed class Reading() : KnowledgeReadingContract(new QdrantStoreUnderTest());

    public sealed class Words() : KnowledgeWordsContract(new QdrantStoreUnderTest());

    public sealed class Vectors() : KnowledgeVectorContract(new QdrantStoreUnderTest());

    public sealed class Crowd() : KnowledgeCrowdContract(new QdrantStoreUnderTest());

    public sealed class Rights() : KnowledgeRightsContract(new QdrantStoreUnderTest())
    {
        // Each draw is a request: the integration tests make many more.
        protected override int Draws => 2_000;
    }

    public sealed class Sources() : KnowledgeSourceContract(new QdrantStoreUnderTest());

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(QdrantStoreContractTests)));
    }
}
