using System.Globalization;
using System.Text;

namespace Copilot.Evals.Forecasting;

/// <summary>Prints how well series were forecast.</summary>
internal static class ForecastTable
{
    /// <summary>Writes the table; nothing without scores.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<ForecastScore> scores)
    {
        if (scores.Count == 0)
        {
            return;
        }

        text.AppendLine("| series | number | sMAPE | MASE | OWA | within 80 % | within 95 % | against best | against learnt | sparse | RMSSE | best plain | bias % |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var s in scores)
        {
            var plain = s.PlainRmsse is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p:0.000} {s.PlainName}") : "-";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {s.Group} | {s.Series} | {s.Smape:0.00} | {s.Mase:0.000} | {s.Owa:0.000} | {s.Within80:0.0} | {s.Within95:0.0} | {Of(s.AgainstBest)} | {Of(s.AgainstLearnt)} | {s.Sparse} | {Of(s.Rmsse)} | {plain} | {Of(s.SparseBias)} |");
        }

        text.AppendLine();
    }

    private static string Of(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
