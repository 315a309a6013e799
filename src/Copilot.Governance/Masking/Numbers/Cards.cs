namespace Copilot.Governance.Masking.Numbers;

/// <summary>Payment card numbers: a prefix and length that an issuer uses, and the check digit (ISO/IEC 7812-1).</summary>
internal static class Cards
{
    /// <summary>How many of the first groups are a card number; 0 for none.</summary>
    public static int Groups(DigitRun run)
    {
        for (var groups = run.Groups; groups >= 1; groups--)
        {
            var digits = run.First(groups);
            if (digits.Length is >= 14 and <= 19 && Separated(run, groups) && Issued(digits, groups > 1) && Checksums.Luhn(digits))
            {
                return groups;
            }
        }

        return 0;
    }

    private static bool Separated(DigitRun run, int groups)
        => groups == 1 || ((run.AllSeparated(groups, ' ') || run.AllSeparated(groups, '-')) && run.Size(1) == 4 && run.Size(2) is 4 or 6 && groups is >= 3 and <= 5);

    private static bool Issued(ReadOnlySpan<char> digits, bool grouped)
    {
        var two = (int)Checksums.Value(digits[..2]);
        var four = (int)Checksums.Value(digits[..4]);
        return digits.Length switch
        {
            // Bar codes and tracking numbers have 14 and 17 to 19 digits too, so those must be written in the groups of a card.
            14 => grouped && (two is 36 or 38 or 39 || four is >= 3000 and <= 3059),
            15 => two is 34 or 37,
            16 => digits[0] == '4' || two is >= 51 and <= 55 || four is >= 2221 and <= 2720 or 6011 or >= 3528 and <= 3589 || two is 65 or 62 || four / 10 is >= 644 and <= 649 || two is 50 or 56 or 57 or 58 || four is 6304 or 6759 or >= 6761 and <= 6763,
            >= 17 => grouped && (digits[0] == '4' || two is 62 or 50 or 56 or 57 or 58 || four is 6304 or 6759 or >= 6761 and <= 6763),
            _ => false,
        };
    }
}
