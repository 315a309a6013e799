namespace Copilot.Testing.Knowledge.Stores;

/// <summary>The suites of the contract, so that a test can see that none was forgotten for a store.</summary>
public static class KnowledgeStoreSuites
{
    public static IEnumerable<string> All
        => typeof(KnowledgeStoreContract).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSubclassOf(typeof(KnowledgeStoreContract))).Select(t => t.Name).Order();

    /// <summary>The suites that the classes nested in a type derive from.</summary>
    public static IEnumerable<string> AskedIn(Type store) => store.GetNestedTypes().Where(t => t.IsSubclassOf(typeof(KnowledgeStoreContract))).Select(t => t.BaseType!.Name).Order();
}
