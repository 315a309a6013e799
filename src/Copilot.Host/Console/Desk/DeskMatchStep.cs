namespace Copilot.Host.Console.Desk;

/// <summary>Something to do about a document.</summary>
/// <param name="Summary">What it would do.</param>
/// <param name="Question">The same as a sentence one can ask; sent back when it is to be proposed.</param>
internal sealed record DeskMatchStep(string Summary, string Question);
