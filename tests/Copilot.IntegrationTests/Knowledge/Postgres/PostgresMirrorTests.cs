using Copilot.Testing.Knowledge.Stores;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>PostgreSQL notes what an index outside it must be told, whichever node writes.</summary>
public sealed class PostgresMirrorTests() : MirrorContract(new PostgresStoreUnderTest());
