using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Grounding;

/// <summary>Finds every figure of a text: quotes, dates, times, codes, money, percentages, numbers in digits and words.</summary>
internal static partial class FigureReader
{
    private const string Months = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
    private const string Weekdays = "Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?";
    private const string Number = @"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[  ]\d{3})+|\d+)(?:\.\d+)?";
    private const string Currencies = "€|\\$|£|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|JPY|euros?";
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789\"“”„«-");
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>Reads the figures of a text.</summary>
    public static List<Figure> Read(string text)
    {
        var figures = new List<Figure>();
        var rest = text;
        if (text.AsSpan().IndexOfAny(Telling) < 0)
        {
            // Without digits, quotes and dashes only weekdays and numbers in words are left to find.
            Take(Weekday(), m => new Figure(FigureKind.Weekday, m.Value) { Weekday = DayOf(m) });
            Take(InWords(), m => new Figure(FigureKind.Number, m.Value) { Value = Array.IndexOf(Words, m.Value.ToLowerInvariant()) });
            return figures;
        }

        Take(TwoWays(), m => new Figure(FigureKind.Unclear, m.Groups["n"].Value + " (can be read in two ways)"));
        Take(Quoted(), m => new Figure(FigureKind.Quote, m.Groups["q"].Value));
        Take(IsoMoment(), m => Day(m, Int(m, "y"), Int(m, "m"), Int(m, "d")), m => m.Groups["t"].Success ? Clock(m) : null);
        Take(DayRange(), m => Day(m, Year(m), Month(m), Int(m, "a")), m => Day(m, Year(m), Month(m), Int(m, "d")));
        Take(DayMonth(), m => Day(m, Year(m), Month(m), Int(m, "d")));
        Take(MonthDay(), m => Day(m, Year(m), Month(m), Int(m, "d")));
        Take(MonthYear(), m => new Figure(FigureKind.Month, m.Value) { Date = new DateOnly(Int(m, "y"), Month(m), 1) });
        Take(Weekday(), m => new Figure(FigureKind.Weekday, m.Value) { Weekday = DayOf(m) });
        Take(TimeOfDay(), Clock);
        Take(MoneyBefore(), m => Amount(m, FigureKind.Money));
        Take(MoneyAfter(), m => Amount(m, FigureKind.Money));
        Take(Percent(), m => Amount(m, FigureKind.Percent));
        Take(Measure(), m => Amount(m, FigureKind.Number));
        Take(Code(), m => new Figure(FigureKind.Code, m.Value));
        Take(Plain(), m => Amount(m, FigureKind.Number));
        Take(InWords(), m => new Figure(FigureKind.Number, m.Value) { Value = Array.IndexOf(Words, m.Value.ToLowerInvariant()) });
        Leftover();
        return figures;

        // Digits that nothing has read must not pass unread.
        void Leftover()
        {
            var covered = -1;
            for (var at = rest.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < rest.Length; at++)
            {
                if (at >= covered && char.IsAsciiDigit(rest[at]) && Token().Match(text, Begin(at)) is { Success: true } token)
                {
                    figures.Add(new Figure(FigureKind.Unclear, token.Value));
                    covered = Math.Max(at + 1, token.Index + token.Length);
                }
            }
        }

        int Begin(int at)
        {
            while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '.' or ',' or '/' or ':' or '-' or '\'' && at > 1 && char.IsLetterOrDigit(text[at - 2]))))
            {
                at--;
            }

            return at;
        }

        void Take(Regex pattern, Func<Match, Figure?> read, Func<Match, Figure?>? also = null)
        {
            var found = pattern.Matches(rest);
            if (found.Count == 0)
            {
                return;
            }

            var left = rest.ToCharArray();
            foreach (Match match in found)
            {
                if (read(match) is not { } figure)
                {
                    continue;
                }

                figures.Add(figure);
                if (also?.Invoke(match) is { } second)
                {
                    figures.Add(second);
                }

                Array.Fill(left, '\u0001', match.Index, match.Length);
            }

            rest = new string(left);
        }
    }

    private static Figure? Day(Match m, int year, int month, int day)
    {
        if (month is < 1 or > 12 || year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new Figure(FigureKind.Day, m.Value) { Date = new DateOnly(year, month, day), HasYear = m.Groups["y"].Success, Weekday = m.Groups["w"].Success ? DayOf(m) : null };
    }

    private static Figure? Clock(Match m)
    {
        var (hour, minute) = (Int(m, "h"), m.Groups["min"].Success ? Int(m, "min") : 0);
        hour += m.Groups["pm"].Value.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12 ? 12 : 0;
        return hour < 24 && minute < 60 ? new Figure(FigureKind.Time, m.Value) { Time = new TimeOnly(hour, minute) } : null;
    }

    private static Figure? Amount(Match m, FigureKind kind)
    {
        var written = m.Groups["n"].Value.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).Replace('−', '-');
        if (!decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var point = written.IndexOf('.', StringComparison.Ordinal);
        var slack = 0.5m;
        for (var i = point < 0 ? written.Length : point + 1; i < written.Length && slack > 0; i++)
        {
            slack /= 10;
        }

        var factor = m.Groups["k"].Value.ToUpperInvariant() switch { "K" or "THOUSAND" => 1_000m, "M" or "MILLION" => 1_000_000m, _ => 1m };
        return Math.Abs(value) > 1_000_000_000_000_000m ? null : new Figure(kind, m.Value.Trim())
        {
            Value = value * factor,
            Slack = slack * factor,
            IsNegative = written.StartsWith('-'),
            Currency = m.Groups["c"].Value.ToUpperInvariant() switch { "€" or "EURO" or "EUROS" => "EUR", "$" => "USD", "£" => "GBP", "" => null, var c => c },
        };
    }

    private static int Int(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(Match m) => m.Groups["y"].Success ? Int(m, "y") : 2000;

    private static int Month(Match m) => Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], m.Groups["mon"].Value[..3].ToLowerInvariant()) + 1;

    private static DayOfWeek DayOf(Match m) => (DayOfWeek)Array.IndexOf(["sun", "mon", "tue", "wed", "thu", "fri", "sat"], m.Groups["w"].Value[..3].ToLowerInvariant());

    [GeneratedRegex(@"\u0003(?<n>[^\u0003]*)\u0003")]
    private static partial Regex TwoWays();

    [GeneratedRegex(@"\G[\p{L}\d]+(?:[.,/:'-][\p{L}\d]+)*")]
    private static partial Regex Token();

    [GeneratedRegex("[“\"„](?<q>[^“”\"„]{2,}?)[”\"“]|«(?<q>[^»]{2,}?)»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?!\d)(?<t>[T ](?<h>\d\d):(?<min>\d\d)(?::\d\d(?:\.\d+)?)?Z?)?")]
    private static partial Regex IsoMoment();

    [GeneratedRegex(@"\b(?<a>\d{1,2}) ?(?:[-–]|to|and) ?(?<d>\d{1,2}) (?<mon>" + Months + @")\b(?:,? (?<y>\d{4}))?", RegexOptions.IgnoreCase)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"(?:\b(?<w>" + Weekdays + @"),? )?\b(?<d>\d{1,2})(?:st|nd|rd|th)? (?<mon>" + Months + @")\b(?:,? (?<y>\d{4})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(?:\b(?<w>" + Weekdays + @"),? )?\b(?<mon>" + Months + @") (?<d>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?<y>\d{4})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?<mon>" + Months + @") (?<y>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\b(?<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<![\d:])(?<h>\d{1,2}):(?<min>\d\d)(?::\d\d)?(?: ?(?<pm>[ap]m))?(?![\d:])|\b(?<h>\d{1,2}) ?(?<pm>[ap]m)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"(?<![\w])(?<c>" + Currencies + @")[  ]?(?<n>" + Number + @")(?: ?(?<k>k|M|thousand|million)\b)?(?![\w])")]
    private static partial Regex MoneyBefore();

    [GeneratedRegex(@"(?<![\w.,/-])(?<n>" + Number + @")(?: ?(?<k>k|M|thousand|million))?[  ]?(?<c>" + Currencies + @")(?![\w])")]
    private static partial Regex MoneyAfter();

    [GeneratedRegex(@"(?<![\w.,/])(?<n>" + Number + @")[  ]?(?:%|percent\b|per cent\b|pp\b)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\w.,/#-])(?<n>" + Number + @")(?:(?:[-‑](?:day|week|month|hour|year|unit|piece|line|step|part)s?)|(?:k|h|d|mm|cm|m|km|l|L|ml|kg|g|x|×|st|nd|rd|th|pcs|°C|°))(?![\w])")]
    private static partial Regex Measure();

    [GeneratedRegex(@"#\d+|(?<![\p{L}\d])(?=[\p{L}\d]*(?:[-/._:]?[\p{L}\d])*?\d)(?=[\d]*(?:[-/._:]?[\d])*?(?:[-/._:]?)\p{L})[\p{L}\d]+(?:[-/._:][\p{L}\d]+)*|\b[A-Z]{2,}(?:-[A-Z0-9]+)+\b|(?<![\w.,])\d+(?:[-/]\d+){2,}(?![\w])")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\p{L}\d.,])(?<n>" + Number + @")(?![\p{L}\d])(?![.,]\d)")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();
}
