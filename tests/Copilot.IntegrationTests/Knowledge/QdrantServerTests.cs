using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Qdrant;
using Xunit;

namespace Copilot.IntegrationTests.Knowledge;

/// <summary>The store searched in a real Qdrant passes every suite, where <c>QDRANT_URL</c> names one; what the tests make there is removed.</summary>
public sealed class QdrantServerTests
{
    private static QdrantStoreUnderTest Place => new(real: QdrantServer.OfEnvironment());

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
            => Assert.Equal(KnowledgeStoreSuites.All, KnowledgeStoreSuites.AskedIn(typeof(QdrantServerTests)));
    }
}
