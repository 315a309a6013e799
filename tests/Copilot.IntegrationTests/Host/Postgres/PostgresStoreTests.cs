using Copilot.Testing.Storage;
using Xunit;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>The contract asked of a real PostgreSQL.</summary>
public static class PostgresStoreTests
{
    public sealed class Database() : StoreDatabaseContract(new PostgresUnderTest());

    public sealed class Schema() : SchemaStoreContract(new PostgresUnderTest());

    public sealed class Turns() : TurnStoreContract(new PostgresUnderTest());

    public sealed class Audit() : AuditChainContract(new PostgresUnderTest());

    public sealed class Tampering() : AuditTamperingContract(new PostgresUnderTest());

    public sealed class Budgets() : BudgetContract(new PostgresUnderTest());

    public sealed class Proposals() : ProposalContract(new PostgresUnderTest());

    public sealed class Teams() : TeamsContract(new PostgresUnderTest());

    public sealed class Exceptions() : ExceptionContract(new PostgresUnderTest());

    public sealed class Overrides() : OverrideContract(new PostgresUnderTest());

    public sealed class ForecastNights() : ForecastNightContract(new PostgresUnderTest());

    public sealed class Desk() : DeskContract(new PostgresUnderTest());

    public sealed class Suites
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(StoreContractSuites.All, StoreContractSuites.AskedIn(typeof(PostgresStoreTests)));
    }
}
