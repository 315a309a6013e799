namespace Copilot.Documents.Desk;

/// <summary>What became of one file that was brought to the desk.</summary>
/// <param name="File">Its name; for an attachment, the e-mail's and its own. Untrusted.</param>
/// <param name="Received">The document; null when it was not taken.</param>
/// <param name="Because">Why it was not taken; null when it was.</param>
public sealed record IntakeReport(string File, Received? Received, string? Because);
