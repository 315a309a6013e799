using System.Text.RegularExpressions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Dates;

/// <summary>Reads the days and periods of a question relative to the caller's today.</summary>
internal static partial class PeriodReader
{
    private const string Age = @"(?:more than|over|longer than|beyond|(?<least>at least)) (?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?<u>day|week|month)s?";

    private enum Bound
    {
        None,
        By,
        Before,
        Since,
        From,
        After,
        Between,
        Than,
    }

    /// <summary>Finds the times of a question, in order. "Since March" is open at its end, "by Friday" at its beginning.</summary>
    public static IReadOnlyList<TimeMention> Find(QuestionText text, DateOnly today)
    {
        var points = Points(text.Folded, today);
        var mentions = new List<TimeMention>();
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var bound = Before(text, point.Start);
            if (i + 1 < points.Count && Joins(text.Folded[point.End..points[i + 1].Start], bound))
            {
                mentions.Add(new TimeMention(point.Start, points[i + 1].End, point.Span.From, points[i + 1].Span.To, null));
                i++;
                continue;
            }

            mentions.Add(bound == Bound.Than && points.Count == 1 && SoFar(point.Span, today) is { } current ? new TimeMention(point.Start, point.End, current.From, current.To, null) : Read(point, bound, today));
        }

        return mentions.Exists(m => m.To is not null) ? mentions : [.. mentions.Concat(Overdue(text.Folded, today)).OrderBy(m => m.Start)];
    }

    /// <summary>"More than last year": last year is what is compared with, and asked for is the year that followed, so far. Null for a period that does not lie just behind today.</summary>
    private static CalendarSpan? SoFar(CalendarSpan before, DateOnly today)
        => before.From < before.To && before.To < today && today.DayNumber - before.To.DayNumber <= before.To.DayNumber - before.From.DayNumber + 1 ? new CalendarSpan(before.To.AddDays(1), today) : null;

    /// <summary>"Overdue for more than sixty days": the day it was due lies further back. Open at its beginning.</summary>
    private static IEnumerable<TimeMention> Overdue(string folded, DateOnly today)
    {
        foreach (Match found in Late().Matches(folded))
        {
            var count = Count(found.Groups["n"].Value);
            var day = CalendarSpan.Away(today, found.Groups["u"].Value, -count, false).AddDays(found.Groups["least"].Success ? 0 : -1);
            yield return new TimeMention(found.Groups["age"].Index, found.Groups["age"].Index + found.Groups["age"].Length, null, day, null);
        }
    }

    private static int Count(string written)
        => Array.IndexOf(["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], written is "one" or "an" ? "a" : written) is >= 0 and var word
            ? word + 1 : int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeMention Read((int Start, int End, CalendarSpan Span) point, Bound bound, DateOnly today)
    {
        var (from, to) = (point.Span.From, point.Span.To);
        DateOnly? day = from == to ? from : null;
        return bound switch
        {
            Bound.By => new TimeMention(point.Start, point.End, null, to, to),
            Bound.Before => new TimeMention(point.Start, point.End, null, from.AddDays(-1), from.AddDays(-1)),
            // "Since Monday" is the Monday behind us.
            Bound.Since when day > today && day.Value.DayNumber - today.DayNumber < 7 => new TimeMention(point.Start, point.End, from.AddDays(-7), null, from.AddDays(-7)),
            Bound.Since or Bound.From => new TimeMention(point.Start, point.End, from, null, day),
            Bound.After => new TimeMention(point.Start, point.End, to.AddDays(1), null, day?.AddDays(1)),
            _ => new TimeMention(point.Start, point.End, from, to, day),
        };
    }

    private static List<(int Start, int End, CalendarSpan Span)> Points(string folded, DateOnly today)
    {
        var rest = folded.Replace('\n', ' ');
        var points = new List<(int Start, int End, CalendarSpan Span)>();
        foreach (var way in DayWords.All)
        {
            foreach (Match found in way.Pattern.Matches(rest))
            {
                if (way.Read(found, today) is not { } span)
                {
                    continue;
                }

                // The preposition that a month pattern looks at stays with the bound.
                var start = found.Groups["p"].Success ? found.Groups["mon"].Index : found.Index;
                points.Add((start, found.Index + found.Length, span));
                rest = string.Concat(rest.AsSpan(0, start), new string('\u0001', found.Index + found.Length - start), rest.AsSpan(found.Index + found.Length));
            }
        }

        points.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Merge(points);
    }

    /// <summary>"Friday 27 November" is one day, written twice.</summary>
    private static List<(int Start, int End, CalendarSpan Span)> Merge(List<(int Start, int End, CalendarSpan Span)> points)
    {
        for (var i = points.Count - 1; i > 0; i--)
        {
            if (points[i].Start - points[i - 1].End <= 2 && points[i - 1].Span.From == points[i - 1].Span.To && points[i].Span.From == points[i].Span.To
                && points[i - 1].Span.From.DayOfWeek == points[i].Span.From.DayOfWeek)
            {
                points[i - 1] = (points[i - 1].Start, points[i].End, points[i].Span);
                points.RemoveAt(i);
            }
        }

        return points;
    }

    private static bool Joins(string between, Bound bound)
        => between.Trim() is "to" or "-" or "until" or "till" or "through" or "up to" || (between.Trim() == "and" && bound == Bound.Between);

    private static Bound Before(QuestionText text, int start)
    {
        var near = start;
        for (var i = text.Words.Count - 1; i >= 0; i--)
        {
            var word = text.Words[i];
            if (word.End > near)
            {
                continue;
            }

            if (near - word.End > 2)
            {
                return Bound.None;
            }

            if (word.Text is "the" or "of" or "end")
            {
                near = word.Start;
                continue;
            }

            if (word.Text is "to" or "with" && i > 0 && text.Words[i - 1].Text is "compared" or "comparison" or "relative")
            {
                return Bound.Than;
            }

            return word.Text switch
            {
                "by" or "until" or "till" or "latest" or "bis" or "hasta" or "tot" or "entro" => Bound.By,
                "before" => Bound.Before,
                "since" or "seit" or "depuis" or "desde" or "sinds" => Bound.Since,
                "from" or "starting" => Bound.From,
                "after" => Bound.After,
                "between" => Bound.Between,
                "than" or "versus" or "vs" or "against" or "als" or "gegenuber" => Bound.Than,
                _ => Bound.None,
            };
        }

        return Bound.None;
    }

    [GeneratedRegex(@"\b(?:overdue|past due|late|delayed|behind)\b(?: by| for| since)? (?<age>" + Age + @")\b|\b(?:owes?|owing|owed|unpaid)\b(?: (?:us|to us|money|anything|something))* (?:for|since) (?<age>" + Age + @")\b|(?<age>\b" + Age + @") (?:overdue|past due|late|delayed)\b")]
    private static partial Regex Late();
}
