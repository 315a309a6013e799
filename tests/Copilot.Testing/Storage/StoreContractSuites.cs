namespace Copilot.Testing.Storage;

/// <summary>The suites of the contract, so that a test can see that none was forgotten for a store.</summary>
public static class StoreContractSuites
{
    public static IEnumerable<string> All => typeof(StoreContract).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSubclassOf(typeof(StoreContract))).Select(t => t.Name).Order();

    /// <summary>The suites that the classes nested in a type derive from.</summary>
    public static IEnumerable<string> AskedIn(Type store) => store.GetNestedTypes().Where(t => t.IsSubclassOf(typeof(StoreContract))).Select(t => t.BaseType!.Name).Order();
}
