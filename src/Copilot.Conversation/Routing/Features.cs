using System.Text;

namespace Copilot.Conversation.Routing;

/// <summary>Turns a question into weighted features: words, pairs of words, pieces of words and groups of words, hashed into a fixed number of places.</summary>
/// <param name="groups">For each word of the trade, or two words behind each other, the groups of like words it stands in.</param>
internal sealed class Features(IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    /// <summary>The number of places.</summary>
    public const int Size = 1 << 15;

    private const uint Nothing = 2166136261u;
    private static readonly uint AWord = Hash(Nothing, "w:");
    private static readonly uint AGroup = Hash(Nothing, "g:");
    private static readonly uint TwoGroups = Hash(Nothing, "p:");
    private static readonly uint TwoWords = Hash(Nothing, "b:");
    private static readonly uint Letters = Hash(Nothing, "c:");

    /// <summary>Computes the features of a question whose mentions were replaced by placeholders.</summary>
    /// <returns>Places and weights, of unit length together.</returns>
    public (int[] Places, float[] Weights) Of(string text)
    {
        var found = new List<(int Place, float Weight)>();
        var previous = "^";
        var before = new List<string>();
        foreach (var word in Words(text))
        {
            found.Add((Place(Hash(AWord, word)), 1f));
            IReadOnlyList<string> own = groups.TryGetValue(previous + " " + word, out var both) ? [.. Groups(word), .. both] : Groups(word);
            foreach (var group in own)
            {
                found.Add((Place(Hash(AGroup, group)), 1.3f));
                before.ForEach(b => found.Add((Place(Hash(Hash(Hash(TwoGroups, b), " "), group)), 1f)));
            }

            before.AddRange(own);
            found.Add((Place(Hash(Hash(Hash(TwoWords, previous), " "), word)), 0.8f));
            previous = word;
            if (word[0] == '{')
            {
                continue;
            }

            var padded = "<" + word + ">";
            for (var n = 3; n <= 5; n++)
            {
                for (var i = 0; i + n <= padded.Length; i++)
                {
                    found.Add((Place(Hash(Letters, padded.AsSpan(i, n))), 0.2f));
                }
            }
        }

        found.Add((Place(Hash(Hash(TwoWords, previous), " $")), 0.8f));
        return Gathered(found);
    }

    /// <summary>Cuts a text with placeholders into words; numbers become one word.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var raw in text)
        {
            var c = Reading.Folding.Fold(raw);
            if (char.IsLetterOrDigit(c) || c == '{')
            {
                word.Append(c);
            }
            else if (c == '}')
            {
                word.Append(c);
                Flush();
            }
            else if (c != '\'')
            {
                Flush();
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                var text = word.ToString();
                words.Add(IsNumber(text) ? "0" : text);
                word.Clear();
            }
        }
    }

    // Questions keep their quantities and counts as digits, so an example's placeholder for one is a number too.
    private static bool IsNumber(string word) => word is "{quantity}" or "{count}" || (word[0] != '{' && word.All(char.IsAsciiDigit));

    /// <summary>A word's groups; a placeholder is a group of its own.</summary>
    private IReadOnlyList<string> Groups(string word) => word[0] == '{' ? [word] : groups.TryGetValue(word, out var found) ? found : [];

    /// <summary>What was found of each place together, in the order of the places.</summary>
    private static (int[] Places, float[] Weights) Gathered(List<(int Place, float Weight)> found)
    {
        // Within a place in the order of finding: sums of floating-point numbers depend on it, and routes must not.
        var order = new long[found.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = ((long)found[i].Place << 32) | (uint)i;
        }

        Array.Sort(order);
        var places = new List<int>(order.Length);
        var weights = new List<float>(order.Length);
        foreach (var next in order)
        {
            var (place, weight) = found[(int)next];
            if (places.Count > 0 && places[^1] == place)
            {
                weights[^1] += weight;
            }
            else
            {
                places.Add(place);
                weights.Add(weight);
            }
        }

        var length = MathF.Sqrt(weights.Sum(v => v * v));
        return ([.. places], [.. weights.Select(v => v / length)]);
    }

    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 17)) & (Size - 1));
}
