namespace Copilot.Contracts;

/// <summary>An action that an answer recommends, complete with its arguments: asked for in its own words it is proposed as it stands. Nothing is written before somebody approves.</summary>
/// <param name="Tool">The writing tool.</param>
/// <param name="Summary">What it would do, for people: "draft the bill of P00042".</param>
/// <param name="Question">The same as a sentence one can ask.</param>
/// <param name="Arguments">The tool's arguments as JSON text; not shown to people.</param>
public sealed record NextStep(string Tool, string Summary, string Question, string Arguments);
