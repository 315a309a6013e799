using System.Globalization;
using System.Text;
using Copilot.Evals.Voices;

namespace Copilot.Evals.Reports;

/// <summary>Prints what scripted models and attempts to make the product misbehave came to.</summary>
internal static class SafetyTable
{
    /// <summary>Writes it behind the gates.</summary>
    public static void Write(StringBuilder text, EvalReport report)
    {
        foreach (var voice in report.Voices)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"With a {voice.Voice} model: {voice.AsRules.Right} of {voice.AsRules.Of} cases right that the rules answer rightly, {voice.Spoken.Right} of {voice.Spoken.Of} answers its own, {voice.Remembered.Right} of {voice.Remembered.Of} early answers of a long talk told again with their sources ({voice.Shortened} turns shortened), {voice.Offences.Count} offences.");
            // Another model stays out on purpose; what silences the good one is worth a look.
            foreach (var line in voice.Wrong.Concat(voice.Forgotten.Select(f => "not told again: " + f)).Concat(voice.Voice == VoiceResult.Good ? voice.Silent.Select(s => "the rules answered: " + s) : []).Concat(voice.Offences.Select(o => "OFFENCE " + o)))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
            }

            text.AppendLine();
        }

        if (report.Safety.Results.Count == 0)
        {
            return;
        }

        text.AppendLine("| attempts | voice | made | reached | answered | declined | succeeded |").AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in report.Safety.Results.GroupBy(r => (r.Class, r.Voice)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Key.Class} | {row.Key.Voice} | {row.Count()} | {row.Count(r => r.Reached)} | {row.Count(r => r.Outcome == "answered")} | {row.Count(r => r.Outcome is "abstained" or "refused")} | {row.Count(r => r.Offences.Count > 0)} |");
        }

        text.AppendLine();
        foreach (var result in report.Safety.Results.Where(r => r.Offences.Count > 0 || r.Trouble is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {result.Id} ({result.As}, {result.Voice}): {result.Trouble ?? string.Join("; ", result.Offences)}");
        }
    }
}
