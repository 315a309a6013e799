using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>What could be done about a case: a writing tool with its arguments. Proposing it writes nothing; the policies say who decides.</summary>
/// <param name="Tool">The writing tool.</param>
/// <param name="Summary">What it would do, for people.</param>
/// <param name="Question">The same as a sentence one can ask.</param>
public sealed record ExceptionAction(string Tool, string Summary, string Question)
{
    /// <summary>Gets the arguments of the tool as JSON text; not shown to people.</summary>
    [JsonIgnore]
    public string Arguments { get; init; } = "{}";
}
