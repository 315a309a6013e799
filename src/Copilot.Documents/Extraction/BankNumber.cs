namespace Copilot.Documents.Extraction;

/// <summary>Check digits of bank account numbers: ISO 13616, remainder of 97 by ISO 7064.</summary>
internal static class BankNumber
{
    private const int Shortest = 15;
    private const int Longest = 34;

    /// <summary>Says whether a text has the shape of an IBAN.</summary>
    public static bool LooksLikeIban(string text)
    {
        var plain = Plain(text);
        return plain.Length is >= Shortest and <= Longest && char.IsAsciiLetterUpper(plain[0]) && char.IsAsciiLetterUpper(plain[1]) && char.IsAsciiDigit(plain[2]) && char.IsAsciiDigit(plain[3]);
    }

    /// <summary>Says whether the check digits of an IBAN are right.</summary>
    public static bool IsIban(string text)
    {
        var plain = Plain(text);
        if (!LooksLikeIban(plain))
        {
            return false;
        }

        var rest = 0;
        foreach (var c in plain[4..] + plain[..4])
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((value > 9 ? rest * 100 : rest * 10) + value) % 97;
        }

        return rest == 1;
    }

    private static string Plain(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
