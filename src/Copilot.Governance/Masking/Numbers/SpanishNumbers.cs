using static Copilot.Governance.Masking.Numbers.Checksums;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>Spain's numbers: DNI and NIE of persons, NIF of companies (Orden EHA/451/2008).</summary>
internal static class SpanishNumbers
{
    private const string PersonLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string CompanyLetters = "JABCDEFGHI";

    /// <summary>Eight digits and their letter.</summary>
    public static bool IsDni(ReadOnlySpan<char> n) => n.Length == 9 && AllDigits(n[..8]) && PersonLetters[(int)(Value(n[..8]) % 23)] == n[8];

    /// <summary>X, Y or Z, seven digits and their letter.</summary>
    public static bool IsNie(ReadOnlySpan<char> n)
        => n.Length == 9 && n[0] is 'X' or 'Y' or 'Z' && AllDigits(n[1..8]) && PersonLetters[(int)((((n[0] - 'X') * 10_000_000L) + Value(n[1..8])) % 23)] == n[8];

    /// <summary>Any of the three kinds.</summary>
    public static bool IsTaxNumber(ReadOnlySpan<char> n) => IsDni(n) || IsNie(n) || IsCompany(n);

    private static bool IsCompany(ReadOnlySpan<char> n)
    {
        if (n.Length != 9 || !"ABCDEFGHJNPQRSUVW".Contains(n[0], StringComparison.Ordinal) || !AllDigits(n[1..8]))
        {
            return false;
        }

        var sum = 0;
        for (var i = 1; i <= 7; i++)
        {
            var d = Digit(n[i]);
            sum += i % 2 == 0 ? d : (d * 2 / 10) + (d * 2 % 10);
        }

        var check = (10 - (sum % 10)) % 10;
        return char.IsAsciiDigit(n[8]) ? Digit(n[8]) == check : n[8] == CompanyLetters[check];
    }
}
