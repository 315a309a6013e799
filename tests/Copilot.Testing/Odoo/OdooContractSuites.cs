namespace Copilot.Testing.Odoo;

/// <summary>The suites of the contract, so that a test can see that none was forgotten for a server.</summary>
public static class OdooContractSuites
{
    public static IEnumerable<string> All => typeof(OdooContract).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSubclassOf(typeof(OdooContract))).Select(t => t.Name).Order();

    /// <summary>The suites that the classes nested in a type derive from.</summary>
    public static IEnumerable<string> AskedIn(Type server) => server.GetNestedTypes().Where(t => t.IsSubclassOf(typeof(OdooContract))).Select(t => t.BaseType!.Name).Order();
}
