using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Conversation.Grounding;

/// <summary>What one piece of evidence holds, ready to be compared.</summary>
internal sealed class EvidenceValues
{
    private const int ShortestInLanguage = 40;
    private readonly List<(decimal Value, FigureKind Kind, string? Currency)> _numbers = [];
    private readonly HashSet<DateOnly> _days = [];
    private readonly HashSet<(int Year, int Month)> _months = [];
    private readonly HashSet<(int Month, int Day)> _yearless = [];
    private readonly HashSet<DayOfWeek> _weekdays = [];
    private readonly HashSet<TimeOnly> _times = [];
    private readonly string _text;

    private EvidenceValues(IEnumerable<string> texts, IEnumerable<Fact> facts, TimeZoneInfo zone)
    {
        var all = new List<string>();
        foreach (var text in texts)
        {
            all.Add(text);
            Collect(FigureReader.Read(ForeignNotation.ToEnglish(text, text.Length < ShortestInLanguage || !text.AsSpan().ContainsAnyInRange('0', '9') ? "en" : ForeignNotation.LanguageOf(text, "en"))));
        }

        foreach (var fact in facts)
        {
            all.Add(fact.Unit is null ? $"{fact.Name} {fact.Value}" : $"{fact.Name} {fact.Value} {fact.Unit}");
            Collect(fact, zone);
        }

        _text = Loosen(string.Join('\n', all));
    }

    /// <summary>Gets all its text, folded.</summary>
    public string Text => _text;

    /// <summary>Reads a piece of evidence. Arithmetic that does not come out supports nothing.</summary>
    public static EvidenceValues Of(Evidence evidence, TimeZoneInfo zone)
    {
        if (evidence.Calculation is { } calculation)
        {
            return CalculationCheck.ComesOut(calculation, zone)
                ? new EvidenceValues([evidence.Title, evidence.Excerpt], [.. evidence.Facts, .. calculation.Inputs, calculation.Result], zone)
                : new EvidenceValues([], [], zone);
        }

        return new EvidenceValues(evidence.Version is { } v && v.Length < 12 ? [evidence.Title, evidence.Excerpt, v] : [evidence.Title, evidence.Excerpt], evidence.Facts, zone);
    }

    /// <summary>Reads facts alone: what a call was asked with.</summary>
    public static EvidenceValues Of(IEnumerable<Fact> facts, TimeZoneInfo zone) => new([], facts, zone);

    /// <summary>Says whether the evidence holds a figure.</summary>
    public bool Holds(Figure figure) => figure.Kind switch
    {
        FigureKind.Quote => Contains(figure.Written.TrimEnd('.', ',', '…'), whole: false),
        FigureKind.Unclear => Contains(figure.Written, whole: true),
        FigureKind.Code => Contains(figure.Written.TrimStart('#'), whole: true),
        FigureKind.Day => figure.HasYear
            ? _days.Contains(figure.Date) && (figure.Weekday is null || figure.Weekday == figure.Date.DayOfWeek)
            : _days.Any(d => d.Month == figure.Date.Month && d.Day == figure.Date.Day && (figure.Weekday is null || figure.Weekday == d.DayOfWeek))
                || (figure.Weekday is null && _yearless.Contains((figure.Date.Month, figure.Date.Day))),
        FigureKind.Month => _months.Contains((figure.Date.Year, figure.Date.Month)) || _days.Any(d => d.Year == figure.Date.Year && d.Month == figure.Date.Month),
        FigureKind.Weekday => _weekdays.Contains(figure.Weekday!.Value) || _days.Any(d => d.DayOfWeek == figure.Weekday),
        FigureKind.Time => _times.Contains(figure.Time),
        _ => _numbers.Exists(n => Fits(n, figure)) || (figure.Slack > 0 && Contains(figure.Written, whole: true)),
    };

    /// <summary>Says whether the sentence stands in the evidence word for word.</summary>
    public bool Says(string sentence) => sentence.Length > 12 && Contains(sentence.TrimEnd('.', ' '), whole: true);

    private static bool Fits((decimal Value, FigureKind Kind, string? Currency) held, Figure figure)
    {
        var kinds = figure.Kind switch
        {
            FigureKind.Money => held.Kind == FigureKind.Money && (held.Currency is null || figure.Currency is null || held.Currency == figure.Currency),
            FigureKind.Percent => held.Kind == FigureKind.Percent,
            _ => held.Kind is FigureKind.Number or FigureKind.Money,
        };

        // "Down 12 %" states a fall without its sign; a written sign must be the evidence's own.
        var value = figure.IsNegative ? held.Value : held.Value < 0 ? -held.Value : held.Value;
        var exact = figure.Value == value;
        return kinds && (exact || (HasFraction(held.Value, figure) && Math.Abs(value - figure.Value) <= figure.Slack));
    }

    /// <summary>Only what has more places than shown may have been rounded.</summary>
    private static bool HasFraction(decimal held, Figure figure) => figure.Slack > 0 && decimal.Remainder(held, figure.Slack * 2) != 0;

    private void Collect(List<Figure> figures)
    {
        foreach (var figure in figures)
        {
            switch (figure.Kind)
            {
                case FigureKind.Day when figure.HasYear:
                    _days.Add(figure.Date);
                    break;
                case FigureKind.Day:
                    _yearless.Add((figure.Date.Month, figure.Date.Day));
                    break;
                case FigureKind.Month:
                    _months.Add((figure.Date.Year, figure.Date.Month));
                    break;
                case FigureKind.Weekday:
                    _weekdays.Add(figure.Weekday!.Value);
                    break;
                case FigureKind.Time:
                    _times.Add(figure.Time);
                    break;
                case FigureKind.Quote:
                    Collect(FigureReader.Read(figure.Written));
                    break;
                case FigureKind.Code or FigureKind.Unclear:
                    break;
                default:
                    _numbers.Add((figure.Value, figure.Kind, figure.Currency));
                    break;
            }
        }
    }

    private void Collect(Fact fact, TimeZoneInfo zone)
    {
        switch (fact.Kind)
        {
            case FactKind.Text or FactKind.Code:
                Collect(FigureReader.Read(fact.Value));
                break;
            case FactKind.Date:
                if (DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    _days.Add(day);
                }

                break;
            case FactKind.DateTime:
                if (DateTimeOffset.TryParse(fact.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                {
                    var local = TimeZoneInfo.ConvertTime(moment, zone);
                    _days.Add(DateOnly.FromDateTime(local.DateTime));
                    _times.Add(new TimeOnly(local.Hour, local.Minute));
                }

                break;
            default:
                if (decimal.TryParse(fact.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    var isMoney = fact.Kind == FactKind.Money || fact.Unit is "EUR" or "USD" or "GBP" or "CHF";
                    _numbers.Add((value, isMoney ? FigureKind.Money : fact.Kind == FactKind.Percent || fact.Unit == "%" ? FigureKind.Percent : FigureKind.Number, isMoney ? fact.Unit : null));
                }

                if (fact.Unit is { } unit && unit.Any(char.IsAsciiDigit))
                {
                    Collect(FigureReader.Read(unit));
                }

                break;
        }

        if (fact.Name.Any(char.IsAsciiDigit))
        {
            Collect(FigureReader.Read(fact.Name));
        }
    }

    /// <summary>Says whether a phrase stands in the evidence, whatever its case and accents.</summary>
    public bool Contains(string phrase, bool whole)
    {
        var wanted = Loosen(phrase);
        for (var at = _text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!whole || (!Joins(at - 1, at - 2) && !Joins(at + wanted.Length, at + wanted.Length + 1)))
            {
                return true;
            }
        }

        return false;

        bool Joins(int at, int beyond) => at >= 0 && at < _text.Length
            && (char.IsLetterOrDigit(_text[at]) || (_text[at] is '-' or '/' or '.' or ',' or ':' && beyond >= 0 && beyond < _text.Length && (_text[at] is '-' or '/' ? char.IsLetterOrDigit(_text[beyond]) : char.IsAsciiDigit(_text[beyond]))));
    }

    private static string Loosen(string text) => string.Join(' ', Reading.Folding.Fold(text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
