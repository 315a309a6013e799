namespace Copilot.Host.Console;

/// <summary>Work that was put into the queue.</summary>
/// <param name="Run">The run that counts it.</param>
internal sealed record QueuedView(long Run);
