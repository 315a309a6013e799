using Copilot.Testing.Knowledge.Stores;

namespace Copilot.IntegrationTests.Knowledge;

/// <summary>The draws of readers, companies, days and questions in full number over the embedded store.</summary>
public sealed class SqliteRightsTests() : KnowledgeRightsContract(new SqliteStoreUnderTest())
{
    protected override int Draws => 100_000;
}
