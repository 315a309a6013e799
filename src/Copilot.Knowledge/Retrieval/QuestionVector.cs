namespace Copilot.Knowledge.Retrieval;

/// <summary>A question as a vector.</summary>
/// <param name="Space">The space it lies in, or null when questions are answered by words alone.</param>
/// <param name="Numbers">Its numbers, of length 1.</param>
/// <param name="Note">Why there is none, or null.</param>
internal sealed record QuestionVector(string? Space, ReadOnlyMemory<float> Numbers, string? Note);
