using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>A candidate with its final score.</summary>
/// <param name="Candidate">The passage.</param>
/// <param name="Score">The score.</param>
/// <param name="Parts">How it came about.</param>
internal sealed record RankedPassage(Candidate Candidate, double Score, ScoreParts Parts);
