using System.Text;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// Stems and codes as a sparse vector. Qdrant multiplies what stands here with the rarity of each term, which makes it BM25 over weighted fields
/// (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004), with the weights that the embedded store uses.
/// </summary>
internal sealed record SparseTerms(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    // Chunks are cut to a size, so that their average is known beforehand and does not move all others when documents come.
    private const double AverageLength = 160;

    // A stem and a code that are written alike are two terms.
    private const char StemMark = 's';
    private const char CodeMark = 'c';

    /// <summary>Makes the vector of a passage.</summary>
    public static SparseTerms Of(IndexedChunk chunk)
    {
        var counts = new SortedDictionary<uint, double>();
        var length = 0;
        Count(chunk.Title, StemMark, 2);
        Count(chunk.Headings, StemMark, 2);
        Count(chunk.About, StemMark, 1.5);
        Count(chunk.Body, StemMark, 1);
        Count(chunk.Codes, CodeMark, 3);
        var norm = K1 * (1 - B + (B * length / AverageLength));
        return new SparseTerms([.. counts.Keys], [.. counts.Values.Select(c => (float)(c * (K1 + 1) / (c + norm)))]);

        void Count(string terms, char mark, double weight)
        {
            foreach (var range in terms.AsSpan().Split(' '))
            {
                if (terms.AsSpan(range) is { Length: > 0 } term)
                {
                    var index = IndexOf(mark, term);
                    counts[index] = counts.GetValueOrDefault(index) + weight;
                    length++;
                }
            }
        }
    }

    /// <summary>Makes the vector of a question; each term counts once.</summary>
    public static SparseTerms Of(StoreQuery query)
    {
        uint[] indices = [.. query.Stems.Select(s => (StemMark, s)).Concat(query.Codes.Select(c => (CodeMark, c)))
            .Where(t => t.Item2.Length > 0 && !t.Item2.Contains(' ', StringComparison.Ordinal)).Select(t => IndexOf(t.Item1, t.Item2)).Distinct().Order()];
        return new SparseTerms(indices, [.. indices.Select(_ => 1f)]);
    }

    /// <summary>Says whether a passage really holds a term of a question: of two terms with one index only one was meant.</summary>
    public static bool Holds(Candidate candidate, HashSet<string> stems, HashSet<string> codes)
        => Any(candidate.ContextStems, stems) || Any(candidate.BodyStems, stems) || Any(candidate.Codes, codes);

    // FNV-1a (Fowler, Noll, Vo) with the last step of MurmurHash3 (Appleby) against its weak high bits. What is indexed depends on it: it must never change
    // without another QdrantCollections.Format.
    private static uint IndexOf(char mark, ReadOnlySpan<char> term)
    {
        Span<byte> bytes = term.Length <= 128 ? stackalloc byte[(3 * 128) + 1] : new byte[(3 * term.Length) + 1];
        bytes[0] = (byte)mark;
        var hash = 2166136261u;
        foreach (var value in bytes[..(1 + Encoding.UTF8.GetBytes(term, bytes[1..]))])
        {
            hash = unchecked((hash ^ value) * 16777619u);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35);
        return hash ^ (hash >> 16);
    }

    private static bool Any(string terms, HashSet<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return false;
        }

        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in terms.AsSpan().Split(' '))
        {
            if (lookup.Contains(terms.AsSpan(range)))
            {
                return true;
            }
        }

        return false;
    }
}
