using System.Globalization;
using System.Text;

namespace Copilot.Evals.Matching;

/// <summary>Prints how well papers were matched.</summary>
internal static class MatchTable
{
    /// <summary>Writes the table; nothing without a score.</summary>
    public static void Write(StringBuilder text, MatchScore? score)
    {
        if (score is null)
        {
            return;
        }

        text.AppendLine("| matching | papers | orders right | above the threshold | wrong among them | differences right | duplicates found |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| suppliers' papers | {score.Orders.Of} | {score.Orders.Percent} % | {score.Automatic} | {score.Wrong} | {score.Differences.Percent} % of {score.Differences.Of} | {score.Twins.Right} of {score.Twins.Of} |");
        text.AppendLine();
        foreach (var fault in score.Faults)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {fault}");
        }

        text.AppendLine();
    }
}
