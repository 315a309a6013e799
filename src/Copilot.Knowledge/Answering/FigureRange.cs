using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Tells which step of a graded rule ("up to 5 %", "above 10 % up to 18 %", "above €50,000") a figure of the question falls into.</summary>
internal static partial class FigureRange
{
    /// <summary>Gets true when a statement's range holds one of the figures, false when it has a range in the same unit that holds none, null when it has no such range.</summary>
    public static bool? Holds(IReadOnlyList<Figure> asked, string statement)
    {
        bool? verdict = null;
        foreach (Match match in Range().Matches(statement))
        {
            var above = Figure.In(match.Groups["above"].Value);
            var upTo = Figure.In(match.Groups["upto"].Value);
            foreach (var figure in asked)
            {
                if (!above.Concat(upTo).Any(f => f.Unit == figure.Unit))
                {
                    continue;
                }

                var inside = above.All(f => f.Unit != figure.Unit || figure.Value > f.Value) && upTo.All(f => f.Unit != figure.Unit || figure.Value <= f.Value);
                verdict = inside || verdict == true;
            }
        }

        return verdict;
    }

    [GeneratedRegex(@"(?:above|over|more than|from)\s+(?<above>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?)(?:\s+(?:up to|to|and up to|but not more than)\s+(?<upto>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?))?|(?:up to|at most|below|under|less than|not more than)\s+(?<upto>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
