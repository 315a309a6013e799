using System.Collections.Frozen;
using static Copilot.Governance.Masking.Numbers.Checksums;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>
/// Numbers that countries give to persons, by form and check digits as their registries publish them. Where the digits alone look like any other
/// number, the text must announce one.
/// </summary>
internal sealed class PersonalNumbers(FrozenSet<string> wanted)
{
    /// <summary>The kinds there are, as the policies file names them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "at-svnr", "be-nrn", "ch-ahv", "de-idnr", "dk-cpr", "es-dni", "es-nie", "fi-hetu", "fr-nir", "gb-nino", "it-cf", "nl-bsn", "no-fnr", "pl-pesel", "pt-nif", "se-pnr", "us-ssn",
    ];

    /// <summary>Finds a number with letters in it that begins exactly here.</summary>
    /// <returns>Where it ends, or -1.</returns>
    public int WithLetters(ReadOnlySpan<char> text, int at)
    {
        if (Wants("it-cf") && Plain(text, at, 16, out var plain) && ItalianNumber.IsOne(plain))
        {
            return at + 16;
        }

        if (Plain(text, at, 9, out plain))
        {
            return (Wants("es-dni") && SpanishNumbers.IsDni(plain)) || (Wants("es-nie") && SpanishNumbers.IsNie(plain))
                || (Wants("gb-nino") && IsNino(plain) && TextAround.Announced(text, at, NumberWords.Person)) ? at + 9 : -1;
        }

        if (Wants("fi-hetu") && at + 11 <= text.Length && TextAround.EndsAt(text, at + 11) && IsHetu(text.Slice(at, 11)))
        {
            return at + 11;
        }

        return Wants("gb-nino") ? SpacedNino(text, at) : -1;
    }

    /// <summary>How many of the first groups are a number of digits alone; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the groups begin.</param>
    /// <param name="run">The groups.</param>
    public int Groups(ReadOnlySpan<char> text, int at, DigitRun run)
    {
        bool? announced = null;
        for (var groups = Math.Min(run.Groups, 7); groups >= 1; groups--)
        {
            var n = run.First(groups);
            if (n.Length is >= 9 and <= 15 && TextAround.EndsAt(text, run.End(groups)) && IsOne(n, run, groups, said: announced ??= TextAround.Announced(text, at, NumberWords.Person)))
            {
                return groups;
            }
        }

        return 0;
    }

    private bool IsOne(ReadOnlySpan<char> n, DigitRun run, int groups, bool said) => n.Length switch
    {
        9 => (Wants("nl-bsn") && said && Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0)
            || (Wants("pt-nif") && said && VatNumbers.Portugal(n))
            || (Wants("us-ssn") && said && (groups == 1 || run.Sized(3, 2, 4)) && Value(n[..3]) is > 0 and < 900 and not 666 && Value(n[3..5]) > 0 && Value(n[5..]) > 0),
        10 => (Wants("se-pnr") && Luhn(n) && IsDay(n[4..6], n[2..4]) && (said || (groups == 2 && run.Sized(6, 4) && run.Separator(2) == '-')))
            || (Wants("dk-cpr") && IsDay(n[..2], n[2..4]) && (said || (groups == 2 && run.Sized(6, 4) && run.Separator(2) == '-' && Weighted(n, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)))
            || (Wants("at-svnr") && IsDay(n[4..6], n[6..8]) && (said || (groups == 2 && run.Sized(4, 6))) && (Weighted(n, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11) == Digit(n[3])),
        11 => (Wants("be-nrn") && Belgian(n) && (said || (groups == 5 && run.Sized(2, 2, 2, 3, 2))))
            || (Wants("no-fnr") && IsDay(n[..2], n[2..4]) && Norwegian(n))
            || (Wants("de-idnr") && said && n[0] != '0' && Mod11And10(n))
            || (Wants("pl-pesel") && said && Weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0),
        12 => Wants("se-pnr") && n[..2] is "19" or "20" && Luhn(n[2..]) && IsDay(n[6..8], n[4..6]) && (said || (groups == 2 && run.Sized(8, 4) && run.Separator(2) == '-')),
        13 => Wants("ch-ahv") && n[..3] is "756" && (said || (groups == 4 && run.Sized(3, 4, 4, 2))) && (10 - (Weighted(n, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10)) % 10 == Digit(n[12]),
        15 => Wants("fr-nir") && n[0] is '1' or '2' && Value(n[3..5]) is >= 1 and <= 12 && 97 - (Value(n[..13]) % 97) == Value(n[13..]),
        _ => false,
    };

    private bool Wants(string name) => wanted.Contains(name);

    private static bool Plain(ReadOnlySpan<char> text, int at, int length, out ReadOnlySpan<char> plain)
    {
        plain = at + length <= text.Length && TextAround.EndsAt(text, at + length) ? text.Slice(at, length) : default;
        foreach (var c in plain)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                plain = default;
                break;
            }
        }

        return !plain.IsEmpty;
    }

    private static bool Belgian(ReadOnlySpan<char> n)
        => IsDay(n[4..6], n[2..4]) && (97 - (Value(n[..9]) % 97) == Value(n[9..]) || 97 - ((2_000_000_000 + Value(n[..9])) % 97) == Value(n[9..]));

    private static bool Norwegian(ReadOnlySpan<char> n)
        => (11 - (Weighted(n, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11)) % 11 == Digit(n[9]) && (11 - (Weighted(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11 == Digit(n[10]);

    private static bool IsHetu(ReadOnlySpan<char> n)
    {
        if (!AllDigits(n[..6]) || !"+-YXWVUABCDEF".Contains(n[6], StringComparison.Ordinal) || !AllDigits(n[7..10]) || !IsDay(n[..2], n[2..4]))
        {
            return false;
        }

        var value = (Value(n[..6]) * 1000) + Value(n[7..10]);
        return "0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(value % 31)] == n[10];
    }

    private static bool IsNino(ReadOnlySpan<char> n)
        => char.IsAsciiLetterUpper(n[0]) && char.IsAsciiLetterUpper(n[1]) && !"DFIQUV".Contains(n[0], StringComparison.Ordinal) && !"DFIOQUV".Contains(n[1], StringComparison.Ordinal)
        && AllDigits(n[2..8]) && n[8] is >= 'A' and <= 'D';

    /// <summary>Two letters, three pairs of digits, a letter, with spaces between: that is how it stands on the card.</summary>
    private static int SpacedNino(ReadOnlySpan<char> text, int at)
    {
        if (at + 13 > text.Length || !TextAround.EndsAt(text, at + 13) || text[at + 2] != ' ' || text[at + 5] != ' ' || text[at + 8] != ' ' || text[at + 11] != ' ')
        {
            return -1;
        }

        Span<char> plain = [text[at], text[at + 1], text[at + 3], text[at + 4], text[at + 6], text[at + 7], text[at + 9], text[at + 10], text[at + 12]];
        return IsNino(plain) ? at + 13 : -1;
    }
}
