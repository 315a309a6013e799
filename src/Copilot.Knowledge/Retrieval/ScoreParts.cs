namespace Copilot.Knowledge;

/// <summary>How a passage's score came about: <c>Words × (1 + Nearness) × Subject</c>.</summary>
/// <param name="IndexRank">Its rank in the full-text index, from 1.</param>
/// <param name="IndexScore">Its BM25 score there.</param>
/// <param name="Words">Its BM25 score over title, headings, subject, words and codes, with synonyms counted as their word.</param>
/// <param name="Nearness">What is added because words of the question stand near each other.</param>
/// <param name="Subject">Above 1 for documents about what the question is about, below 1 for documents about something else.</param>
/// <param name="Coverage">The share of the question's weight that the passage holds, 0 to 1.</param>
public sealed record ScoreParts(int IndexRank, double IndexScore, double Words, double Nearness, double Subject, double Coverage);
