using System.Collections.Frozen;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>Telephone numbers in international form (ITU-T E.164) and as people write them in their own country. Lengths from the national numbering plans.</summary>
internal static class Phones
{
    /// <summary>How many digits follow a country's code: least and most.</summary>
    private static readonly FrozenDictionary<string, (int Least, int Most)> Countries = (
        "1:10-10 7:10-10 20:8-10 27:9-9 30:10-10 31:9-9 32:8-9 33:9-9 34:9-9 36:8-9 39:6-11 40:9-9 41:9-9 43:4-13 44:9-10 45:8-8 46:7-10 47:8-8 48:9-9 49:5-11 51:8-9 52:10-10 54:10-11 55:10-11 56:9-9 57:10-10 58:10-10 60:8-10 "
        + "61:9-9 62:8-12 63:10-10 64:8-10 65:8-8 66:8-9 81:9-10 82:8-10 84:9-10 86:10-11 90:10-10 91:10-10 92:10-10 94:9-9 98:10-10 212:9-9 213:8-9 216:8-8 234:8-10 254:9-9 351:9-9 352:4-11 353:7-9 354:7-7 355:8-9 356:8-8 357:8-8 "
        + "358:5-12 359:7-9 370:8-8 371:8-8 372:7-8 373:8-8 374:8-8 375:9-9 376:6-9 377:8-9 378:6-10 380:9-9 381:8-9 382:8-8 383:8-8 385:8-9 386:8-8 387:8-8 389:8-8 420:9-9 421:9-9 423:7-9 852:8-8 886:8-9 961:7-8 962:8-9 965:8-8 "
        + "966:8-9 971:8-9 972:8-9 974:8-8 994:9-9 995:9-9")
        .Split(' ').ToFrozenDictionary(e => e[..e.IndexOf(':', StringComparison.Ordinal)], e => (Number(e, ':', '-'), Number(e, '-', ' ')));

    /// <summary>A number after a plus, or after 00 where the text or its groups tell that it is one.</summary>
    /// <returns>How many groups it has; 0 for none.</returns>
    public static int International(ReadOnlySpan<char> text, int at, DigitRun run, bool plus)
    {
        var skip = plus ? 0 : 2;
        var fallback = 0;
        for (var groups = run.Groups; groups >= 1; groups--)
        {
            if (run.First(groups).Length - skip is < 7 or > 15 || !TextAround.EndsAt(text, run.End(groups)) || IsSum(text, run, groups))
            {
                continue;
            }

            var digits = run.First(groups)[skip..];
            if (Fits(digits, run, groups))
            {
                return plus || groups >= 3 || TextAround.Announced(text, at, NumberWords.Phone) ? groups : 0;
            }

            fallback = fallback == 0 && plus && digits.Length >= 8 && digits[0] != '0' && Code(digits) > 0 ? groups : fallback;
        }

        return fallback;
    }

    /// <summary>A number in the form of its country: a leading 0, or an area in brackets, or announced by the text.</summary>
    /// <returns>How many groups it has; 0 for none.</returns>
    public static int National(ReadOnlySpan<char> text, int at, DigitRun run)
    {
        var announced = TextAround.Announced(text, at, NumberWords.Phone);
        for (var groups = run.Groups; groups >= 1; groups--)
        {
            var digits = run.First(groups);
            if (digits.Length is >= 7 and <= 12 && TextAround.EndsAt(text, run.End(groups)) && !IsSum(text, run, groups) && !IsDate(run)
                && (announced ? digits.Length >= 8 || digits[0] == '0' : Formed(digits, run, groups) && !TextAround.Announced(text, at, NumberWords.Code)))
            {
                return groups;
            }
        }

        return 0;
    }

    private static bool Formed(ReadOnlySpan<char> digits, DigitRun run, int groups)
        => groups >= 2 && (digits[0] == '0' ? digits[1] != '0' && TrunkForm(digits, run, groups) : NorthAmerican(digits, run, groups));

    private static bool TrunkForm(ReadOnlySpan<char> digits, DigitRun run, int groups)
    {
        if (digits.Length is < 9 or > 12 || run.Size(1) is < 2 or > 6)
        {
            return false;
        }

        // Two digits five times is how French numbers are written; a lone digit belongs to something else.
        for (var g = 2; g <= groups; g++)
        {
            if (run.Size(g) < 2 || run.Separator(g) != run.Separator(Math.Min(g, 3)))
            {
                return false;
            }
        }

        // Article numbers have dashes and dots too: with those only pairs, or an area and a long number.
        return run.Separator(2) is not ('-' or '.')
            || (groups == 5 && run.Sized(2, 2, 2, 2, 2))
            || (groups == 2 && run.Separator(2) == '-' && run.Size(1) <= 5 && run.Size(2) >= 5);
    }

    private static bool NorthAmerican(ReadOnlySpan<char> digits, DigitRun run, int groups)
        => groups == 3 && run.Sized(3, 3, 4) && digits[0] >= '2' && digits[3] >= '2' && (run.Separator(2) is '(' or ')' || run.Separator(1) == '(' || (run.Separator(2) == '-' && run.Separator(3) == '-'));

    /// <summary>12.500.000 € and 1 234 567,89 are sums, whatever stands before them.</summary>
    private static bool IsSum(ReadOnlySpan<char> text, DigitRun run, int groups)
    {
        for (var g = 2; g <= groups; g++)
        {
            if (run.Size(g) != 3 || run.Separator(g) is not (' ' or '.'))
            {
                return false;
            }
        }

        var after = text[run.End(groups)..];
        return groups > 1 && ((run.Separator(2) == '.' && run.Size(1) <= 3 && run.AllSeparated(groups, '.'))
            || (after.Length > 1 && after[0] is ',' or '.' && char.IsAsciiDigit(after[1])) || after.TrimStart(" \u00A0\u202F") is ['€' or '$' or '£' or '%', ..] or ['E', 'U', 'R', ..] or ['k', 'g', ..]);
    }

    private static bool IsDate(DigitRun run)
        => run.Groups >= 3 && ((run.Sized(2, 2, 4) && Checksums.Value(run.First(1)) <= 31) || run.Sized(4, 2, 2) || (run.Sized(2, 2, 2) && run.Groups == 3)) && run.Separator(2) is '.' or '-' or '/';

    private static bool Fits(ReadOnlySpan<char> digits, DigitRun run, int groups)
    {
        var code = Code(digits);
        if (code == 0)
        {
            return false;
        }

        var (least, most) = Countries.GetAlternateLookup<ReadOnlySpan<char>>()[digits[..code]];
        var rest = digits.Length - code;

        // "+49 (0)341 …": the nought in brackets is not dialled.
        rest -= groups >= 2 && digits[code] == '0' && digits[..code] is not "39" ? 1 : 0;
        return rest >= least && rest <= most;
    }

    private static int Code(ReadOnlySpan<char> digits)
    {
        var known = Countries.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            if (known.ContainsKey(digits[..length]))
            {
                return length;
            }
        }

        return 0;
    }

    private static int Number(string entry, char after, char before)
    {
        var from = entry.IndexOf(after, StringComparison.Ordinal) + 1;
        var to = entry.IndexOf(before, from);
        return int.Parse(to < 0 ? entry[from..] : entry[from..to], System.Globalization.CultureInfo.InvariantCulture);
    }
}
