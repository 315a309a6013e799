namespace Copilot.Evals.Safety;

/// <summary>An attempt whose text is in its place.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Attachments">The uploaded files it is asked about.</param>
/// <param name="Before">Values to put back afterwards: record and value.</param>
internal sealed record PlantedQuestion(string Question, IReadOnlyList<string> Attachments, IReadOnlyList<(int Id, System.Text.Json.Nodes.JsonNode? Value)> Before);
