using System.Globalization;
using System.Text;

namespace Copilot.Evals.Documents;

/// <summary>Prints how well documents were read.</summary>
internal static class DocumentTable
{
    private const int MostFaults = 60;

    /// <summary>Writes the tables; nothing without scores.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<DocumentScore> scores)
    {
        if (scores.Count == 0)
        {
            return;
        }

        text.AppendLine("| documents | number | fields | lines complete | types | broken refused | calibration error |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var s in scores)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {s.Group} | {s.Documents} | {s.Fields.Percent} % of {s.Fields.Of} | {s.Lines.Percent} % of {s.Lines.Of} | {s.Types.Percent} % | {s.Refused.Right} of {s.Refused.Of} | {s.CalibrationError:0.000} |");
        }

        text.AppendLine();
        foreach (var s in scores.Where(s => s.Reliability.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{s.Group}, said sure → right: {string.Join(", ", s.Reliability.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Said:0.00} → {r.Right:0.00} ({r.Count})")))}");
            foreach (var fault in s.Faults.Take(MostFaults))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {fault}");
            }
        }

        text.AppendLine();
    }
}
