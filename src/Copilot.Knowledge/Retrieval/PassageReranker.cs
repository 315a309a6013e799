using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Orders the best passages anew by a model that reads question and passage together, where one is configured. Its trouble changes nothing.</summary>
internal sealed class PassageReranker(IReranker? reranker, ILogger<PassageReranker> logger)
{
    private const int Read = 30;

    /// <summary>Orders the first passages anew; the others stay behind them as they were.</summary>
    public async Task<IReadOnlyList<RankedPassage>> OrderAsync(string question, IReadOnlyList<RankedPassage> ranked, CancellationToken cancellationToken)
    {
        if (reranker is null || ranked.Count < 2)
        {
            return ranked;
        }

        var first = ranked.Take(Read).ToList();
        try
        {
            var scores = await reranker.ScoreAsync(question, first.ConvertAll(TextOf), cancellationToken);
            if (scores.Count != first.Count || scores.Any(double.IsNaN))
            {
                throw new CopilotException($"The reranker gave {scores.Count} scores for {first.Count} passages.");
            }

            // The fused score of the last one read is where the others begin; the order is what matters, and it stays falling.
            return
            [
                .. first.Zip(scores, (passage, score) => passage with { Parts = passage.Parts with { Reranked = score } })
                    .OrderByDescending(p => p.Parts.FromCodes > 0).ThenByDescending(p => p.Parts.Reranked)
                    .Zip(first.Select(p => p.Score), (passage, score) => passage with { Score = score }),
                .. ranked.Skip(Read),
            ];
        }
        catch (CopilotException trouble)
        {
            Log.NotReranked(logger, reranker.ModelId, trouble);
            return ranked;
        }
    }

    private static string TextOf(RankedPassage passage)
        => $"{passage.Candidate.Title} > {string.Join(" > ", passage.Candidate.HeadingPath)}\n{passage.Candidate.Lead}\n{passage.Candidate.Text}";
}
