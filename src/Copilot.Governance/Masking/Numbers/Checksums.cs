namespace Copilot.Governance.Masking.Numbers;

/// <summary>The arithmetic of check digits. Digits are ASCII.</summary>
internal static class Checksums
{
    public static int Digit(char c) => c - '0';

    /// <summary>ISO/IEC 7812-1 (Luhn): every second digit from the right doubled.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = Digit(digits[^(i + 1)]);
            sum += i % 2 == 0 ? d : d > 4 ? (2 * d) - 9 : 2 * d;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 7064, MOD 97-10 over letters and digits: A is 10. The remainder.</summary>
    public static int Mod97(ReadOnlySpan<char> text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            var value = char.IsAsciiDigit(c) ? Digit(c) : char.ToUpperInvariant(c) - 'A' + 10;
            rest = value > 9 ? ((rest * 100) + value) % 97 : ((rest * 10) + value) % 97;
        }

        return rest;
    }

    /// <summary>ISO 7064, MOD 11,10: the last digit is the check digit.</summary>
    public static bool Mod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits[..^1])
        {
            var sum = (Digit(c) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (11 - product) % 10 == Digit(digits[^1]);
    }

    /// <summary>The sum of digits times weights.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Digit(digits[i]) * weights[i];
        }

        return sum;
    }

    /// <summary>The number the digits write.</summary>
    public static long Value(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var c in digits)
        {
            value = (value * 10) + Digit(c);
        }

        return value;
    }

    /// <summary>Whether digits write a day and a month that exist together in some year.</summary>
    public static bool IsDay(ReadOnlySpan<char> day, ReadOnlySpan<char> month)
        => Value(month) is >= 1 and <= 12 && Value(day) is >= 1 and <= 31;

    public static bool AllDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
