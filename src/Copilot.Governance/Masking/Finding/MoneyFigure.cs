namespace Copilot.Governance.Masking.Finding;

/// <summary>A figure that is money or a share: with a currency or a percent sign, or with decimals.</summary>
internal static class MoneyFigure
{
    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "€", "$", "£", "euros", "euro", "percent", "Prozent", "per cent", "pour cent", "%"];

    /// <summary>How long the figure is that begins exactly here, its currency included; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="kind">What is looked for: margins must be shares or money, prices may be any number with decimals.</param>
    public static int At(ReadOnlySpan<char> text, int at, MaskClass kind)
    {
        if (!TextAround.BeginsAt(text, at))
        {
            return 0;
        }

        var before = Currency(text[at..]);
        var number = at + before + (before > 0 ? Spaces(text, at + before) : 0);
        var end = Number(text, number, out var decimals);
        if (end == number || !Fits(text, end))
        {
            return 0;
        }

        var after = end + Spaces(text, end);
        var sign = Currency(text[after..]);
        if (sign > 0 && (!char.IsLetter(text[after + sign - 1]) || TextAround.EndsAt(text, after + sign)))
        {
            return after + sign - at;
        }

        return before > 0 || (decimals && kind == MaskClass.Price) ? end - at : 0;
    }

    private static bool Fits(ReadOnlySpan<char> text, int end) => end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '/');

    private static int Currency(ReadOnlySpan<char> text)
    {
        foreach (var currency in Currencies)
        {
            if (text.StartsWith(currency, StringComparison.Ordinal))
            {
                return currency.Length;
            }
        }

        return 0;
    }

    private static int Spaces(ReadOnlySpan<char> text, int at) => at < text.Length && Numbers.DigitRun.IsSpace(text[at]) ? 1 : 0;

    private static int Number(ReadOnlySpan<char> text, int at, out bool decimals)
    {
        var i = at;
        var last = -1;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (i > at && text[i] is '.' or ',' or '\u202F' or '\u00A0' or '\'' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            last = text[i] is '.' or ',' ? i : last;
            i++;
        }

        decimals = last > 0 && i - last - 1 is 1 or 2 or 4;
        return i;
    }
}
