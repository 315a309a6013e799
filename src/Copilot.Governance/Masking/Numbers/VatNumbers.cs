using static Copilot.Governance.Masking.Numbers.Checksums;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>
/// VAT numbers of the EU's countries, Switzerland, Norway and the United Kingdom, by form and check digits. Forms from the European Commission's VIES
/// pages, check digits from the national tax offices' publications as collected in "Algorithms for VAT number validation" (TAXUD).
/// </summary>
internal static class VatNumbers
{
    private const int Longest = 14;

    /// <summary>Finds a VAT number that begins exactly here with its country.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where its country begins.</param>
    /// <param name="announced">Whether the text says that a tax number follows, so that the check digits need not fit.</param>
    /// <returns>Where it ends and its plain form, or -1.</returns>
    public static (int End, string? Plain) At(ReadOnlySpan<char> text, int at, bool announced)
    {
        if (at + 9 > text.Length || !(char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterUpper(text[at + 1])))
        {
            return (-1, null);
        }

        Span<char> plain = stackalloc char[Longest];
        var swiss = text[at..].StartsWith("CHE", StringComparison.Ordinal);
        var country = swiss ? "CH" : text.Slice(at, 2);
        var i = at + (swiss ? 3 : 2);
        var (count, longest, end) = (0, 0, -1);

        // Numbers of different lengths begin alike: the longest that fits is taken, at the end of a group.
        for (; i < text.Length && count < Longest; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || (char.IsAsciiLetterUpper(c) && (count is 0 or 1 || char.IsAsciiDigit(text[i - 1]) || char.IsAsciiLetterUpper(text[i - 1]) || text[i - 1] == ' ')))
            {
                plain[count++] = c;
                if (TextAround.EndsAt(text, i + 1) && Fits(country, plain[..count], announced))
                {
                    (longest, end) = (count, i + 1);
                }
            }
            else if (!(DigitRun.IsSpace(c) || c is '.' or '-') || (i > at + 3 && !char.IsAsciiLetterOrDigit(text[i - 1])))
            {
                break;
            }
        }

        return end < 0 ? (-1, null) : (end, string.Concat(country, plain[..longest]));
    }

    private static bool Fits(ReadOnlySpan<char> country, ReadOnlySpan<char> n, bool announced)
    {
        // Where letters may stand among the digits.
        var digits = AllDigits(n);
        return country switch
        {
            "AT" => n.Length == 9 && n[0] == 'U' && AllDigits(n[1..]) && (announced || Austria(n[1..])),
            "IE" => n.Length is 8 or 9 && AllDigits(n[..7]) && char.IsAsciiLetterUpper(n[7]) && (announced || Ireland(n)),
            "CY" => n.Length == 9 && AllDigits(n[..8]) && char.IsAsciiLetterUpper(n[8]) && (announced || Cyprus(n)),
            "ES" => n.Length == 9 && AllDigits(n[1..8]) && (announced || SpanishNumbers.IsTaxNumber(n)),
            "FR" => n.Length == 11 && AllDigits(n[2..]) && (announced || France(n)),
            "NL" => n.Length == 12 && n[9] == 'B' && AllDigits(n[..9]) && AllDigits(n[10..]) && (announced || Netherlands(n)),
            _ => digits && Digits(country, n, announced),
        };
    }

    // Eight digits after two letters are a carrier's or supplier's code too often for one check digit to tell: those must be announced.
    private static bool Digits(ReadOnlySpan<char> country, ReadOnlySpan<char> n, bool announced) => country switch
    {
        "BE" => n.Length == 10 && n[0] is '0' or '1' && (announced || 97 - (Value(n[..8]) % 97) == Value(n[8..])),
        "BG" => n.Length is 9 or 10 && (announced || (n.Length == 9 && Bulgaria(n))),
        "CH" => n.Length == 9 && (announced || (11 - (Weighted(n, 5, 4, 3, 2, 7, 6, 5, 4) % 11)) % 11 == Digit(n[8])),
        "CZ" => n.Length is 8 or 9 or 10 && announced,
        "DE" => n.Length == 9 && (announced || Mod11And10(n)),
        "DK" => n.Length == 8 && announced,
        "EE" => n.Length == 9 && (announced || (10 - (Weighted(n, 3, 7, 1, 3, 7, 1, 3, 7) % 10)) % 10 == Digit(n[8])),
        "EL" or "GR" => n.Length == 9 && (announced || Weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Digit(n[8])),
        "FI" => n.Length == 8 && announced,
        "GB" or "XI" => n.Length is 9 or 12 && (announced || (Weighted(n, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97 is 0 or 42)),
        "HR" => n.Length == 11 && (announced || Mod11And10(n)),
        "HU" => n.Length == 8 && announced,
        "IT" => n.Length == 11 && (announced || Luhn(n)),
        "LT" => n.Length is 9 or 12 && (announced || (n.Length == 9 && Lithuania(n))),
        "LU" => n.Length == 8 && announced,
        "LV" => n.Length == 11 && (announced || (n[0] > '3' && ((3 - (Weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6) % 11)) + 11) % 11 == Digit(n[10]))),
        "MT" => n.Length == 8 && announced,
        "NO" => n.Length == 9 && (announced || (11 - (Weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11 == Digit(n[8])),
        "PL" => n.Length == 10 && (announced || Weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digit(n[9])),
        "PT" => n.Length == 9 && (announced || Portugal(n)),
        "RO" => n.Length is >= 6 and <= 10 && announced,
        "SE" => n.Length == 12 && (announced || (Luhn(n[..10]) && Value(n[10..]) is >= 1 and <= 94)),
        "SI" => n.Length == 8 && announced,
        "SK" => n.Length == 10 && (announced || Value(n) % 11 == 0),
        _ => false,
    };

    public static bool Portugal(ReadOnlySpan<char> n)
    {
        var check = 11 - (Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11);
        return (check >= 10 ? 0 : check) == Digit(n[8]);
    }

    private static bool Austria(ReadOnlySpan<char> n)
    {
        var sum = 4 + Digit(n[0]) + Digit(n[2]) + Digit(n[4]) + Digit(n[6]);
        for (var i = 1; i <= 5; i += 2)
        {
            sum += (Digit(n[i]) / 5) + (Digit(n[i]) * 2 % 10);
        }

        return (10 - (sum % 10)) % 10 == Digit(n[7]);
    }

    private static bool Bulgaria(ReadOnlySpan<char> n)
    {
        var check = Weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        check = check == 10 ? Weighted(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : check;
        return check == Digit(n[8]);
    }

    private static bool Cyprus(ReadOnlySpan<char> n)
    {
        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += i % 2 == 0 ? odd[Digit(n[i])] : Digit(n[i]);
        }

        return 'A' + (sum % 26) == n[8];
    }

    private static bool France(ReadOnlySpan<char> n)
        => AllDigits(n[..2]) ? (12 + (3 * (Value(n[2..]) % 97))) % 97 == Value(n[..2]) : Luhn(n[2..]);

    private static bool Ireland(ReadOnlySpan<char> n)
    {
        var sum = Weighted(n, 8, 7, 6, 5, 4, 3, 2) + (n.Length == 9 && char.IsAsciiLetterUpper(n[8]) ? (n[8] - 'A' + 1) * 9 : 0);
        return (sum % 23 == 0 ? 'W' : 'A' + (sum % 23) - 1) == n[7];
    }

    private static bool Lithuania(ReadOnlySpan<char> n)
    {
        var check = Weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        check = check == 10 ? Weighted(n, 3, 4, 5, 6, 7, 8, 9, 1) % 11 % 10 : check;
        return check == Digit(n[8]);
    }

    private static bool Netherlands(ReadOnlySpan<char> n)
    {
        Span<char> whole = stackalloc char[14];
        "NL".CopyTo(whole);
        n.CopyTo(whole[2..]);
        return Mod97(whole) == 1 || Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == Digit(n[8]);
    }
}
