using System.Text;

namespace Copilot.Conversation.Routing;

/// <summary>Turns a question into weighted features: words, pairs of words, pieces of words and groups of words, hashed into a fixed number of places.</summary>
/// <param name="groups">For each word of the trade, or two words behind each other, the groups of like words it stands in.</param>
internal sealed class Features(IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    /// <summary>The number of places.</summary>
    public const int Size = 1 << 15;

    /// <summary>Computes the features of a question whose mentions were replaced by placeholders.</summary>
    /// <returns>Places and weights, of unit length together.</returns>
    public (int[] Places, float[] Weights) Of(string text)
    {
        var weights = new SortedDictionary<int, float>();
        var words = Words(text);
        var previous = "^";
        var before = new List<string>();
        foreach (var word in words)
        {
            Add(weights, "w:" + word, 1f);
            IReadOnlyList<string> own = groups.TryGetValue(previous + " " + word, out var both) ? [.. Groups(word), .. both] : Groups(word);
            foreach (var group in own)
            {
                Add(weights, "g:" + group, 1.3f);
                before.ForEach(b => Add(weights, "p:" + b + " " + group, 1f));
            }

            before.AddRange(own);
            Add(weights, "b:" + previous + " " + word, 0.8f);
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
                    Add(weights, string.Concat("c:", padded.AsSpan(i, n)), 0.2f);
                }
            }
        }

        Add(weights, "b:" + previous + " $", 0.8f);
        var length = MathF.Sqrt(weights.Values.Sum(v => v * v));
        return ([.. weights.Keys], [.. weights.Values.Select(v => v / length)]);
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

    private static void Add(SortedDictionary<int, float> weights, string feature, float weight)
    {
        var hash = 2166136261u;
        foreach (var c in feature)
        {
            hash = (hash ^ c) * 16777619u;
        }

        var place = (int)((hash ^ (hash >> 17)) & (Size - 1));
        weights[place] = weights.GetValueOrDefault(place) + weight;
    }
}
