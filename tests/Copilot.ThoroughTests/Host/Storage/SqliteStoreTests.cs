using Copilot.Testing.Storage;
using Xunit;

namespace Copilot.ThoroughTests.Host.Storage;

/// <summary>The contract asked of the embedded store.</summary>
public static class SqliteStoreTests
{
    public sealed class Database() : StoreDatabaseContract(new SqliteUnderTest());

    public sealed class Schema() : SchemaStoreContract(new SqliteUnderTest());

    public sealed class Turns() : TurnStoreContract(new SqliteUnderTest());

    public sealed class Audit() : AuditChainContract(new SqliteUnderTest());

    public sealed class Tampering() : AuditTamperingContract(new SqliteUnderTest());

    public sealed class Budgets() : BudgetContract(new SqliteUnderTest());

    public sealed class Proposals() : ProposalContract(new SqliteUnderTest());

    public sealed class Exceptions() : ExceptionContract(new SqliteUnderTest());

    public sealed class Overrides() : OverrideContract(new SqliteUnderTest());

    public sealed class ForecastNights() : ForecastNightContract(new SqliteUnderTest());

    public sealed class Desk() : DeskContract(new SqliteUnderTest());

    public sealed class Teams() : TeamsContract(new SqliteUnderTest());

    public sealed class Suites
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(StoreContractSuites.All, StoreContractSuites.AskedIn(typeof(SqliteStoreTests)));
    }
}
