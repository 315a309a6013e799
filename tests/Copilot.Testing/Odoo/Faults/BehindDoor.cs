using Copilot.Contracts;
using Copilot.Odoo;

namespace Copilot.Testing.Odoo.Faults;

/// <summary>A server of the contract seen through a door that can break.</summary>
internal sealed class BehindDoor(OdooServerUnderTest server, TimeSpan? writes = null) : OdooServerUnderTest
{
    public TroubledDoor Door { get; } = new(server.Address);

    public override string? MissingBecause => server.MissingBecause;

    public override int Version => server.Version;

    public override Uri Address => Door.Address;

    public override string Database => server.Database;

    public override ErpCredential Admin => server.Admin;

    public override ErpCredential Salesperson => server.Salesperson;

    public override ErpCredential Stockkeeper => server.Stockkeeper;

    public override ErpCredential AccountOf(string role) => server.AccountOf(role);

    protected override ValueTask StopAsync() => Door.DisposeAsync();

    // One try a call, so that what a test breaks stays broken.
    protected override void Set(OdooOptions options)
    {
        options.ReadRetries = 0;
        options.WriteTimeout = writes ?? options.WriteTimeout;
    }
}
