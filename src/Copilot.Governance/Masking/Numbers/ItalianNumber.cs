namespace Copilot.Governance.Masking.Numbers;

/// <summary>Italy's codice fiscale: form and check letter (DM 23/12/1976).</summary>
internal static class ItalianNumber
{
    // What a letter or digit counts for in an odd place; digits count as A to J.
    private static ReadOnlySpan<byte> Odd => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>Whether 16 upper-case letters and digits are one.</summary>
    public static bool IsOne(ReadOnlySpan<char> n)
    {
        for (var i = 0; i < 16; i++)
        {
            var letter = i is < 6 or 8 or 11 or 15;
            if (letter != char.IsAsciiLetterUpper(n[i]) && !(char.IsAsciiLetterUpper(n[i]) && "LMNPQRSTUV".Contains(n[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(n[i]) ? n[i] - '0' : n[i] - 'A';
            sum += i % 2 == 0 ? Odd[value] : value;
        }

        return 'A' + (sum % 26) == n[15];
    }
}
