namespace Copilot.Host.Console.Desk;

/// <summary>What became of files that were laid on the desk.</summary>
/// <param name="Documents">One entry a document.</param>
internal sealed record InboxView(IReadOnlyList<InboxEntry> Documents);
