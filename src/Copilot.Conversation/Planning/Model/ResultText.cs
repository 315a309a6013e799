using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Conversation.Running;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Writes what a look-up gave for a model: findings with their marks, then the sources; cut to size, with what was cut.</summary>
internal static class ResultText
{
    private const int LongestExcerpt = 1_500;

    /// <summary>Writes a result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="pool">Knows the marks.</param>
    /// <param name="zone">The caller's time zone, in which moments are written.</param>
    /// <param name="longest">The most characters.</param>
    public static string Of(ExecutedCall call, EvidencePool pool, TimeZoneInfo zone, int longest)
    {
        var result = call.Result;
        if (result.Outcome != ToolOutcome.Ok)
        {
            return result.Outcome == ToolOutcome.Denied ? $"Refused: {result.Reason ?? "the caller may not"}" : $"Failed: {result.Reason ?? "it could not be done"}";
        }

        var text = new StringBuilder(result.Found ? "Found." : "Nothing was found." + (result.Reason is { } reason ? $" {reason}" : string.Empty));
        if (result.QuestionBack is { } question)
        {
            text.Append("\nAsk back: ").Append(question);
        }

        if (call.Ruling is { } ruling)
        {
            // The product itself says how the proposal stands; the model need not, and can't decide it.
            text.Append(ruling.Proposal is { } proposal ? $"\nThis is a proposal ({proposal.Reference}), state: {proposal.State}. The caller is shown it and told who decides; say only what it would do." : $"\nIt may not be proposed: {ruling.Reason}");
        }

        var findings = Findings(result, pool, text, longest);
        var sources = Sources(result, findings.Cited, pool, zone, text, longest);
        if (result.Cut is { } cut && cut.Total > cut.Shown)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nThe list holds the first {cut.Shown} of {cut.Total}.");
        }

        if (findings.Left > 0 || sources > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nLeft out for length: {findings.Left} findings and {sources} sources. Narrow the call to see them.");
        }

        return text.ToString();
    }

    /// <summary>Writes a value as people of the caller's time zone read it.</summary>
    public static string Value(Fact fact, TimeZoneInfo zone)
    {
        var value = fact.Kind switch
        {
            FactKind.Date when DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
            FactKind.DateTime when DateTimeOffset.TryParse(fact.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture),
            FactKind.Percent => fact.Value + " %",
            FactKind.Days when fact.Unit is null => fact.Value + " days",
            _ => fact.Value,
        };
        return fact.Unit is { } unit ? $"{value} {unit}" : value;
    }

    private static (HashSet<string> Cited, int Left) Findings(ToolResult result, EvidencePool pool, StringBuilder text, int longest)
    {
        var cited = new HashSet<string>(StringComparer.Ordinal);
        var left = 0;
        foreach (var finding in result.Findings.Where(f => !string.IsNullOrWhiteSpace(f.Text)))
        {
            // Half of the room is for the sources, without which nothing can be said.
            if (text.Length + finding.Text.Length > longest / 2)
            {
                left++;
                continue;
            }

            text.Append("\n- ").Append(finding.Text.Trim()).Append(' ').AppendJoin(string.Empty, finding.EvidenceIds.Where(pool.Evidence.ContainsKey).Select(id => $"[{pool.MarkOf(id)}]"));
            cited.UnionWith(finding.EvidenceIds);
        }

        return (cited, left);
    }

    private static int Sources(ToolResult result, HashSet<string> cited, EvidencePool pool, TimeZoneInfo zone, StringBuilder text, int longest)
    {
        var left = 0;
        var any = false;
        foreach (var evidence in result.Evidence.OrderByDescending(e => cited.Contains(e.Id)))
        {
            var line = Source(evidence, pool, zone);
            if (text.Length + line.Length > longest && any)
            {
                left++;
                continue;
            }

            text.Append(any ? "\n" : "\nSources:\n").Append(line.Length > longest ? line[..longest] + "…" : line);
            any = true;
        }

        return left;
    }

    private static string Source(Evidence evidence, EvidencePool pool, TimeZoneInfo zone)
    {
        var line = new StringBuilder($"[{pool.MarkOf(evidence.Id)}] {evidence.Kind.ToString().ToLowerInvariant()}: {evidence.Title}");
        foreach (var fact in evidence.Facts)
        {
            line.Append("; ").Append(fact.Name).Append(": ").Append(Value(fact, zone));
        }

        if (evidence.Calculation is { } calculation)
        {
            line.Append("; ").Append(calculation.Formula).Append(": ").AppendJoin(", ", calculation.Inputs.Take(12).Select(i => $"{i.Name} {Value(i, zone)}")).Append(" → ").Append(Value(calculation.Result, zone));
        }

        if (evidence.Excerpt.Length > 0 && evidence.Excerpt != evidence.Title)
        {
            line.Append("; text: ").Append(evidence.Excerpt.Length > LongestExcerpt ? evidence.Excerpt[..LongestExcerpt] + "…" : evidence.Excerpt);
        }

        return line.ToString();
    }
}
