namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>What could be done: a writing tool, its arguments as JSON text, and the same in words.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Summary">What it would do.</param>
/// <param name="Question">The same as a sentence one can ask.</param>
/// <param name="Record">The record it speaks of when it is none of the case's own; shown to those who may read it.</param>
internal sealed record CaseAction(string Tool, string Arguments, string Summary, string Question, CaseRecord? Record = null);
