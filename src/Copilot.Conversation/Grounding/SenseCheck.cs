namespace Copilot.Conversation.Grounding;

/// <summary>
/// Finds English sentences that turn what their source says round with the same words and figures: "is not released" for "is released", "at most" for "at least",
/// "after" for "before", "may" for "must". The sentence is held against the source sentences most like it; only where all of these contradict it does it fall.
/// A sentence that is like none of them is not judged.
/// </summary>
internal static class SenseCheck
{
    private const double LeastAlike = 0.6;
    private const double AsGood = 0.15;
    private const int LeastShared = 2;

    /// <summary>Finds the source sentence that says the opposite.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="sources">The sentences of what it cites; case and accents do not matter.</param>
    /// <returns>The source sentence, or null when nothing contradicts.</returns>
    public static string? Against(string sentence, IEnumerable<string> sources)
    {
        var said = Sense.Of(sentence);
        if (said.Words.Count < LeastShared)
        {
            return null;
        }

        var like = sources.Select(s => (Text: s, Sense: Sense.Of(s))).Select(s => (s.Text, s.Sense, Score: said.Likeness(s.Sense, LeastShared))).Where(s => s.Score >= LeastAlike).ToList();
        if (like.Count == 0)
        {
            return null;
        }

        var best = like.Max(s => s.Score);
        var nearest = like.FindAll(s => s.Score >= best - AsGood);
        return nearest.TrueForAll(s => said.Contradicts(s.Sense)) ? nearest.MaxBy(s => s.Score).Text.Trim() : null;
    }
}
