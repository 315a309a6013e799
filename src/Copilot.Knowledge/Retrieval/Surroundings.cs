using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Finds what stands before and after a passage that was cut out of a longer clause, list or table.</summary>
internal sealed class Surroundings(IKnowledgeStore store)
{
    private const int MostCharacters = 600;

    /// <summary>Gets the neighbours of a passage that belong to the same section; empty where the section begins or ends with it.</summary>
    /// <param name="candidate">The passage.</param>
    /// <param name="filter">What the caller may read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(Candidate? Before, Candidate? After)> OfAsync(Candidate candidate, PassageFilter filter, CancellationToken cancellationToken)
    {
        var near = await store.ChunksAsync(filter, candidate.Document, candidate.Ordinal - 1, candidate.Ordinal + 1, cancellationToken);
        var same = near.Where(c => c.HeadingPath.SequenceEqual(candidate.HeadingPath)).ToList();
        return (same.Find(c => c.Ordinal == candidate.Ordinal - 1), same.Find(c => c.Ordinal == candidate.Ordinal + 1));
    }

    /// <summary>Gets the end of a text, from the beginning of a line or a word.</summary>
    public static string EndOf(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var cut = text.AsSpan(text.Length - MostCharacters);
        var at = cut.IndexOf('\n') is >= 0 and < MostCharacters / 2 and var line ? line : cut.IndexOf(' ');
        return "… " + cut[(at + 1)..].ToString();
    }

    /// <summary>Gets the beginning of a text, to the end of a line or a word.</summary>
    public static string BeginningOf(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var cut = text.AsSpan(0, MostCharacters);
        var at = cut.LastIndexOf('\n') is > MostCharacters / 2 and var line ? line : cut.LastIndexOf(' ');
        return (at > 0 ? cut[..at] : cut[..^1]).TrimEnd().ToString() + " …";
    }
}
