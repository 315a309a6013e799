namespace Copilot.Contracts;

/// <summary>Data another room read for a call, or how the call ends without it. Exactly one of both is there.</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Data">The data.</param>
/// <param name="Stop">A name that is unknown or unclear, a right that is missing, an ERP that does not answer.</param>
public sealed record Sourced<T>(T? Data, ToolResult? Stop)
    where T : class;
