using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Searches purchase orders by numbers that people typed: as written, with another prefix or other zeros, and with one sign wrong.</summary>
internal static class OrderNumbers
{
    private const int MostNumbers = 12;
    private const int MostSlips = 2;
    private const int Shortest = 4;
    private const int Longest = 12;
    private const int LongNumber = 5;

    /// <summary>The search; null when there is nothing to go by.</summary>
    public static OdooDomain? Domain(IReadOnlyList<string> references)
    {
        var said = references.Select(r => r.Trim()).Where(r => r.Length is >= 2 and <= 40 && r.Any(char.IsAsciiDigit)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNumbers).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var exact = said.Concat(said.Select(Plain)).Concat(said.Select(Digital)).Distinct().ToList();
        var domain = OdooDomain.Where("name", "in", exact).Or("partner_ref", "in", exact);
        foreach (var digits in said.Select(Digits).Where(d => d.Length is >= 2 and <= 9).Distinct().Take(MostNumbers))
        {
            // "order 42" is P00042: any prefix, filled with zeros. A long number needs none to be told from others.
            domain = domain.Or("name", "=ilike", digits.Length >= LongNumber ? $"%{digits}" : $"%0{digits}");
        }

        foreach (var slip in said.Select(Plain).Where(p => p.Length is >= Shortest and <= Longest).Distinct().Take(MostSlips).SelectMany(Slips))
        {
            domain = domain.Or("name", "=ilike", slip);
        }

        return domain;
    }

    /// <summary>Patterns of what a number may have been before one sign was exchanged, added or left out, or two were swapped.</summary>
    internal static IEnumerable<string> Slips(string plain)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            yield return $"{plain[..i]}_{plain[(i + 1)..]}";
            yield return plain.Remove(i, 1);
            yield return $"{plain[..(i + 1)]}_{plain[(i + 1)..]}";
            if (i + 1 < plain.Length)
            {
                yield return $"{plain[..i]}{plain[i + 1]}{plain[i]}{plain[(i + 2)..]}";
            }
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    // A scan reads the letter O in "P00042" and the letter I in "P00017".
    private static string Digital(string text) => Plain(text) is { Length: > 1 } plain ? plain[0] + plain[1..].Replace('O', '0').Replace('I', '1').Replace('L', '1').Replace('S', '5').Replace('B', '8') : text;

    private static string Digits(string text)
    {
        var plain = Plain(text);
        return plain[plain.TrimEnd([.. "0123456789"]).Length..].TrimStart('0');
    }
}
