using Copilot.Contracts;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.Streaming;

namespace Copilot.Conversation.History;

/// <summary>Holds a summary of a turn to the turn's own answer: what it says with a mark must stand in the sentences that had this mark, figures, names and words alike.</summary>
/// <param name="names">Holds names to evidence.</param>
/// <param name="zone">The caller's time zone.</param>
/// <param name="language">The caller's language, ISO 639-1.</param>
/// <param name="screen">Finds signs of steering in a text from outside.</param>
internal sealed class SummaryCheck(NameCheck names, TimeZoneInfo zone, string language, Func<string, IReadOnlyList<string>> screen)
{
    private const int Longest = 600;

    /// <summary>Gets what of a summary stands, with its marks; empty when nothing does.</summary>
    /// <param name="stored">The turn.</param>
    /// <param name="summary">What the model wrote of it.</param>
    public string Held(StoredTurn stored, string summary)
    {
        var said = SaidSentences.ByMark(stored).ToDictionary(
            s => s.Key, s => new Evidence { Id = s.Key, Kind = EvidenceKind.Document, Title = string.Empty, Excerpt = s.Value, AsOf = stored.Turn.StartedAt }, StringComparer.Ordinal);
        var check = new UnitCheck(
            new UnitSources(new CitationCheck(said, zone, language), mark => said.ContainsKey(mark) ? mark : null, [], new Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<Fact>)>()),
            names,
            stored.Turn.Question,
            zone,
            screen,
            language);
        var held = new List<string>();
        var cutter = new AnswerCutter();
        foreach (var unit in cutter.Add(summary).Concat(cutter.Finish()))
        {
            var read = UnitReader.Read(unit.Text);
            if (check.Check(read, unit.Kind) is { Stand: UnitStand.Grounded } verdict && held.Sum(h => h.Length) + read.Plain.Length <= Longest)
            {
                held.Add($"{read.Plain.TrimEnd('.', ' ')} {string.Concat(verdict.Cited.Select(m => $"[{m}]"))}.");
            }
        }

        return string.Join(' ', held);
    }
}
