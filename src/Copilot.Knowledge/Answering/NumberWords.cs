using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Writes the number words of a question as digits: people say "twelve percent" and "three thousand euro", tables say 12 % and €3,000.</summary>
internal static partial class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = new[]
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    }.Select((word, value) => (word, value)).Concat(
        [("a", 1), ("an", 1), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90)])
        .ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    /// <summary>Writes them as digits; a lone "one" or "a" stays: it seldom counts.</summary>
    public static string InDigits(string question) => Pattern().Replace(question, m => Value(m.Value) is { } value ? value.ToString(CultureInfo.InvariantCulture) : m.Value);

    private static decimal? Value(string words)
    {
        var parts = words.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "and").ToList();
        if (parts is ["one" or "a" or "an"] or [])
        {
            return null;
        }

        var (all, current) = (0m, 0m);
        foreach (var part in parts)
        {
            switch (part)
            {
                case "half":
                    current += 0.5m;
                    break;
                case "hundred":
                    current = Math.Max(1, current) * 100;
                    break;
                case "thousand" or "million":
                    all += Math.Max(1, current) * (part == "thousand" ? 1_000 : 1_000_000);
                    current = 0;
                    break;
                default:
                    // "Three and a half" is no four.
                    current += part is "a" or "an" && current > 0 ? 0 : Small[part];
                    break;
            }
        }

        return all + current;
    }

    [GeneratedRegex(@"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:(?: and)? a half\b|[ -](?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\b)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
