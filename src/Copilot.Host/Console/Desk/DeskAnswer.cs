using Copilot.Documents.Desk;

namespace Copilot.Host.Console.Desk;

/// <summary>A document after a change.</summary>
/// <param name="Document">The document as it stands now.</param>
/// <param name="Learned">What was learned of it, in words.</param>
internal sealed record DeskAnswer(DeskDocument Document, IReadOnlyList<string> Learned);
