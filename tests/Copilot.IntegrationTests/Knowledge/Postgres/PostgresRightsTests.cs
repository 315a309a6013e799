using Copilot.Testing.Knowledge.Stores;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>The draws of readers, companies, days and questions in full number over PostgreSQL.</summary>
public sealed class PostgresRightsTests() : KnowledgeRightsContract(new PostgresStoreUnderTest())
{
    protected override int Draws => 100_000;
}
