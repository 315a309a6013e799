namespace Copilot.Documents.Matching;

/// <summary>Compares numbers of orders and bills the way people write, type and scan them.</summary>
internal static class Reference
{
    /// <summary>The same but for marks and spaces.</summary>
    public const double Same = 1;

    /// <summary>The same number written in another way: another prefix or leading zeros, or letters that scans take for digits.</summary>
    public const double Otherwise = 0.9;

    /// <summary>One slip of the key apart.</summary>
    public const double Slip = 0.6;

    private const int ShortestForSlip = 5;
    private const int MostTokens = 12;

    /// <summary>Letters and digits alone, in capitals.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>The parts of a text that may be numbers, and the whole.</summary>
    public static IReadOnlyList<string> Tokens(string text)
        => [.. text.Split([' ', ',', ';', '|', '&', '+', '\n', '\t', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries).SelectMany(t => t.Contains('/', StringComparison.Ordinal) ? t.Split('/').Append(t) : [t]).Append(text)
            .Where(t => t.Any(char.IsAsciiDigit) && Plain(t).Length is >= 2 and <= 40).Distinct().Take(MostTokens)];

    /// <summary>How alike a reference, with whatever stands around it, is to a number: 0 to 1.</summary>
    public static double Alike(string reference, string number) => Tokens(reference).Select(t => Compare(Plain(t), Plain(number))).DefaultIfEmpty(0).Max();

    private static double Compare(string said, string number)
    {
        if (number.Length == 0)
        {
            return 0;
        }

        if (said == number)
        {
            return Same;
        }

        var (saidDigits, digits) = (Digits(said), Digits(number));
        if (digits.Length > 0 && saidDigits == digits && SameLetters(Letters(said), Letters(number)))
        {
            return Otherwise;
        }

        return Scanned(said) == Scanned(number) ? Otherwise
            : Math.Min(said.Length, number.Length) >= ShortestForSlip && Slips(said, number) <= 1 ? Slip
            : 0;
    }

    // "PO42" and "42" are P00042; S00042 is another kind of number.
    private static bool SameLetters(string said, string letters) => said.Length == 0 || letters.Length == 0 || said[0] == letters[0] || said.EndsWith(letters, StringComparison.Ordinal);

    private static string Digits(string plain)
    {
        var digits = string.Concat(plain.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits;
    }

    private static string Letters(string plain) => string.Concat(plain.Where(c => !char.IsAsciiDigit(c)));

    private static string Scanned(string plain) => string.Concat(plain.Select(c => c switch { 'O' or 'Q' or 'D' => '0', 'I' or 'L' => '1', 'Z' => '2', 'S' => '5', 'B' => '8', 'G' => '6', _ => c }));

    /// <summary>Damerau's distance between neighbours: letters added, left out, exchanged, or two swapped; at most 2 is told.</summary>
    internal static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return 2;
        }

        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var (left, right) = (a[start..^end], b[start..^end]);
        return left.Length == 0 && right.Length == 0 ? 0
            : left.Length <= 1 && right.Length <= 1 ? 1
            : left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0] ? 1
            : 2;
    }
}
