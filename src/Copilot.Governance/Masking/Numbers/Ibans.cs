using System.Collections.Frozen;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>International bank account numbers (ISO 13616): the country's length and the check digits (MOD 97-10). Lengths from the SWIFT IBAN registry.</summary>
internal static class Ibans
{
    private const int Longest = 34;

    private static readonly FrozenDictionary<string, int> Lengths = (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 "
        + "HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 "
        + "QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
        .Split(' ').ToFrozenDictionary(e => e[..2], e => int.Parse(e[2..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Finds an IBAN that begins exactly here, written whole or in groups.</summary>
    /// <returns>Where it ends and its plain form, or -1.</returns>
    public static (int End, string? Plain) At(ReadOnlySpan<char> text, int at)
    {
        if (at + 15 > text.Length || !char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(text[at + 1]) || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3]))
        {
            return (-1, null);
        }

        Span<char> plain = stackalloc char[Longest];
        (plain[0], plain[1]) = (char.ToUpperInvariant(text[at]), char.ToUpperInvariant(text[at + 1]));
        if (!Lengths.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain[..2], out var length))
        {
            return (-1, null);
        }

        var count = 2;
        var i = at + 2;
        for (; i < text.Length && count < length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                plain[count++] = char.ToUpperInvariant(text[i]);
            }
            else if (!(DigitRun.IsSpace(text[i]) || text[i] is '-' or '.') || !char.IsAsciiLetterOrDigit(text[i - 1]))
            {
                break;
            }
        }

        if (count < length || !TextAround.EndsAt(text, i))
        {
            return (-1, null);
        }

        Span<char> turned = stackalloc char[Longest];
        plain[4..length].CopyTo(turned);
        plain[..4].CopyTo(turned[(length - 4)..]);
        return Checksums.Mod97(turned[..length]) == 1 ? (i, new string(plain[..length])) : (-1, null);
    }
}
