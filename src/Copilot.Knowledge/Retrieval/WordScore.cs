using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>What the words of a question say about one passage.</summary>
/// <param name="Candidate">The passage.</param>
/// <param name="Words">Its BM25 score.</param>
/// <param name="Nearness">What near pairs add.</param>
/// <param name="Codes">The share of the question's weight that lies in exact codes which it holds, 0 to 1.</param>
/// <param name="Coverage">The share of the question's weight that it holds, 0 to 1.</param>
/// <param name="IsNamed">Whether its title or a heading holds a name that the question gives, such as the town of a customer.</param>
internal readonly record struct WordScore(Candidate Candidate, double Words, double Nearness, double Codes, double Coverage, bool IsNamed)
{
    /// <summary>Gets both together.</summary>
    public double Total => Words + Nearness;
}
