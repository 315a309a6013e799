using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Checking;

/// <summary>Says whether an answer holds a true value, in whatever sensible formatting.</summary>
internal static class FactCheck
{
    private static readonly string[] Words = ["zero|no|none|nothing|not", "one|a single", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Whether the value is there.</summary>
    public static bool Holds(AnswerText answer, TruthValue value, DateOnly today) => value.Kind switch
    {
        TruthKind.Words => value.Items.Any(v => HoldsWords(answer.Text, v)),
        TruthKind.All => value.Items.Count(v => HoldsWords(answer.Text, v)) >= value.AtLeast,
        TruthKind.Number => HoldsNumber(answer, value.Amount),
        TruthKind.Day => Spellings(value.Day, today).Any(s => HoldsWords(answer.Text, s)),
        _ => false,
    };

    /// <summary>Whether words occur, not as a part of longer words or numbers.</summary>
    public static bool HoldsWords(string text, string words)
    {
        var plain = AnswerText.Plain(words);
        for (var at = text.IndexOf(plain, StringComparison.Ordinal); at >= 0; at = text.IndexOf(plain, at + 1, StringComparison.Ordinal))
        {
            if (Stands(text, at, at + plain.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(string text, int start, int end)
    {
        var before = start == 0 || !char.IsLetterOrDigit(text[start - 1]) || !char.IsLetterOrDigit(text[start]);
        var decimals = start > 1 && text[start - 1] == '.' && char.IsDigit(text[start]) && char.IsDigit(text[start - 2]);
        var after = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]);
        var longer = end < text.Length - 1 && text[end] == '.' && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1]);
        return before && after && !decimals && !longer;
    }

    private static bool HoldsNumber(AnswerText answer, decimal amount)
    {
        // Money may be rounded to whole units where it is large; nothing else may be rounded.
        if (answer.Numbers.Any(n => Math.Abs(n - amount) < 0.006m || (Math.Abs(amount) >= 1000 && decimal.Truncate(n) == n && Math.Abs(n - amount) <= 0.5m)))
        {
            return true;
        }

        return decimal.Truncate(amount) == amount && amount >= 0 && amount < Words.Length
            && Regex.IsMatch(answer.Text, $@"\b(?:{Words[(int)amount]})\b", RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> Spellings(DateOnly day, DateOnly today)
    {
        string[] formats =
        [
            "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy",
            "d MMM", "d MMMM", "MMM d", "MMMM d", "dd MMM", "dd MMMM", "dd MMM yyyy",
        ];
        return formats.Select(f => day.ToString(f, CultureInfo.InvariantCulture))
            .Concat((day.DayNumber - today.DayNumber) switch { 0 => ["today"], 1 => ["tomorrow"], -1 => ["yesterday"], _ => Array.Empty<string>() });
    }
}
