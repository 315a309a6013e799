namespace Copilot.Testing.Qdrant;

/// <summary>An answer that is not a success, as Qdrant words it.</summary>
internal sealed class StubRefusal(int status, string text, bool violation = false) : Exception(text)
{
    public int Status => status;

    /// <summary>Whether a correct client never sends this: the test fails.</summary>
    public bool IsViolation => violation;

    /// <summary>Something the published interface does not know, or that this product never may send.</summary>
    public static StubRefusal Violation(string text) => new(400, "Format error in JSON body: " + text, violation: true);

    public static StubRefusal Missing(string collection) => new(404, $"Not found: Collection `{collection}` doesn't exist!");
}
