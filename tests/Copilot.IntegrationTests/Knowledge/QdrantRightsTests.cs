using Copilot.Testing.Knowledge.Stores;

namespace Copilot.IntegrationTests.Knowledge;

/// <summary>The draws of readers, companies, days and questions in full number over the store searched in Qdrant; each is a request to the strict stub.</summary>
public sealed class QdrantRightsTests() : KnowledgeRightsContract(new QdrantStoreUnderTest())
{
    protected override int Draws => 100_000;
}
