using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Conversation.Running;

/// <summary>Keeps the evidence of a turn's calls apart: two calls may give different sums one id, while a record or passage is the same thing wherever it was seen.</summary>
internal static class EvidenceScope
{
    /// <summary>Renames what is different and has the id of another.</summary>
    public static IReadOnlyList<ExecutedCall> Apart(IReadOnlyList<ExecutedCall> calls)
    {
        if (calls.Count < 2)
        {
            return calls;
        }

        var seen = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        var apart = new List<ExecutedCall>();
        foreach (var call in calls)
        {
            var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var evidence in call.Result.Evidence)
            {
                if (!seen.TryAdd(evidence.Id, evidence) && !IsSameThing(seen[evidence.Id], evidence))
                {
                    renamed[evidence.Id] = $"{evidence.Id}@{apart.Count + 1}";
                }
            }

            apart.Add(renamed.Count == 0 ? call : call with { Result = Rename(call.Result, renamed) });
        }

        return apart;
    }

    /// <summary>Renames the evidence of later calls that is not word for word what is known under its id, so that nothing known changes.</summary>
    /// <param name="call">The later call.</param>
    /// <param name="known">What is known, by id.</param>
    /// <param name="suffix">What the new ids end with.</param>
    public static ExecutedCall Beside(ExecutedCall call, IReadOnlyDictionary<string, Evidence> known, string suffix)
    {
        var renamed = call.Result.Evidence
            .Where(e => known.TryGetValue(e.Id, out var same) && (same.Excerpt != e.Excerpt || same.Calculation != e.Calculation || e.Facts.Except(same.Facts).Any()))
            .Select(e => e.Id).Distinct().ToDictionary(id => id, id => id + suffix, StringComparer.Ordinal);
        return renamed.Count == 0 ? call : call with { Result = Rename(call.Result, renamed) };
    }

    private static bool IsSameThing(Evidence one, Evidence other)
        => (one.Record is not null && one.Record == other.Record)
            || (one.Kind == EvidenceKind.Passage && other.Kind == EvidenceKind.Passage && one.Excerpt == other.Excerpt)
            || JsonSerializer.Serialize(one, ContractJson.Options) == JsonSerializer.Serialize(other, ContractJson.Options);

    private static ToolResult Rename(ToolResult result, Dictionary<string, string> renamed)
    {
        string Id(string id) => renamed.GetValueOrDefault(id, id);
        return result with
        {
            Evidence = [.. result.Evidence.Select(e => e with { Id = Id(e.Id) })],
            Findings = [.. result.Findings.Select(f => f with { EvidenceIds = [.. f.EvidenceIds.Select(Id)] })],
            Cards = [.. result.Cards.Select(c => c with { Sources = [.. c.Sources.Select(Id)] })],
        };
    }
}
