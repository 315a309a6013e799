using Copilot.Documents.Desk;

namespace Copilot.Host.Console.Desk;

/// <summary>What became of one document.</summary>
/// <param name="File">Its name.</param>
/// <param name="Id">The document; null when it was not taken.</param>
/// <param name="State">Where it stands; null when it was not taken.</param>
/// <param name="Duplicate">Whether the same file was there before; it is not read twice.</param>
/// <param name="Error">Why it was not taken, or null.</param>
internal sealed record InboxEntry(string File, string? Id, DeskState? State, bool Duplicate, string? Error);
