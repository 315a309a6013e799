using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Streaming;

namespace Copilot.Conversation.Drafting;

/// <summary>A model's draft, unit by unit: what claims stands on evidence, what does not stand is written again once, then cut.</summary>
internal sealed partial class DraftSheet(UnitCheck check, string writer, Func<string, string> restore)
{
    private readonly List<AssemblyEntry> _entries = [];
    private string? _subject;

    /// <summary>Gets the evidence it stands on, by key, in order.</summary>
    public IReadOnlyList<string> Cited => [.. _entries.SelectMany(e => e.Verdict.Cited).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets what does not stand.</summary>
    public IReadOnlyList<(string Sentence, string Reason)> Failed => [.. FailedEntries().Select(e => (e.Read.Plain, e.Verdict.Reason ?? string.Empty))];

    /// <summary>Gets the sentences whose source the house found, with their evidence.</summary>
    public IReadOnlyList<(string Sentence, IReadOnlyList<string> Evidence)> Marked => [.. _entries.Where(e => e.Verdict.MarkedText is not null).Select(e => (e.Read.Plain, e.Verdict.Cited))];

    /// <summary>Takes the model's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="truncated">Whether it was cut off.</param>
    public void Take(string text, bool truncated)
    {
        var cutter = new AnswerCutter();
        foreach (var unit in cutter.Add(text).Concat(cutter.Finish()).Where(u => u.IsWhole || !truncated))
        {
            if (_entries.Count == 0 && _subject is null && Subject().Match(unit.Text) is { Success: true } subject)
            {
                TakeSubject(subject.Groups["text"].Value);
                continue;
            }

            var read = UnitReader.Read(restore(unit.Text));
            var verdict = Check(read, unit.Kind);
            _entries.Add(new AssemblyEntry { Unit = unit, Read = verdict.MarkedText is { } marked ? read with { Plain = marked } : read, Verdict = verdict });
        }
    }

    /// <summary>Takes repaired sentences, by number from 1.</summary>
    public void Repair(IReadOnlyDictionary<int, string> lines)
    {
        var failed = FailedEntries();
        for (var i = 0; i < failed.Count; i++)
        {
            if (lines.TryGetValue(i + 1, out var line))
            {
                var read = UnitReader.Read(restore(line));
                (failed[i].Read, failed[i].Verdict) = (read, Check(read, failed[i].Unit.Kind));
            }
        }
    }

    /// <summary>Writes the card; null when nothing of it stands.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="title">The card's title.</param>
    /// <param name="screen">The guard's last look.</param>
    public DraftCard? Write(DraftKind kind, string title, Func<string, string> screen)
    {
        if (Cited.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder();
        AnswerUnit? last = null;
        foreach (var entry in _entries.Where(e => e.Verdict.Stand is UnitStand.Grounded or UnitStand.Alone))
        {
            var isList = entry.Unit.Kind is UnitKind.Bullet or UnitKind.Numbered;
            body.Append(last is null ? string.Empty : last.Block == entry.Unit.Block && last.Kind == entry.Unit.Kind ? (entry.Unit.StartsLine ? "\n" : " ") : isList && last.Kind == entry.Unit.Kind ? "\n" : "\n\n")
                .Append(isList && (last is null || last.Block != entry.Unit.Block) ? "- " : string.Empty)
                .Append(entry.Read.Plain);
            last = entry.Unit;
        }

        return new DraftCard { Title = title, Kind = Name(kind), Subject = _subject, Body = screen(body.ToString()), Sources = Cited };
    }

    /// <summary>Gets the name of a kind in contracts.</summary>
    public static string Name(DraftKind kind) => kind switch { DraftKind.SupplierFollowUp => "supplier_follow_up", DraftKind.Note => "note", _ => "customer_reply" };

    /// <summary>A subject line names the matter: what it says must stand in something that the draft cites.</summary>
    private void TakeSubject(string text) => _subject = UnitReader.Read(restore(text)).Plain is { Length: > 0 and <= 120 } plain ? plain : string.Empty;

    /// <summary>Drops a subject that the draft's own sources do not hold.</summary>
    /// <param name="fallback">What stands there then.</param>
    public void CheckSubject(string fallback)
    {
        var marks = _entries.Where(e => e.Verdict.Stand == UnitStand.Grounded).SelectMany(e => e.Read.Marks).Distinct().ToList();
        if (string.IsNullOrEmpty(_subject) || check.Check(new ReadUnit(_subject, marks, []), UnitKind.Paragraph).Stand != UnitStand.Grounded)
        {
            _subject = fallback;
        }
    }

    private UnitVerdict Check(ReadUnit read, UnitKind kind)
    {
        if (DraftTalk.Is(read.Plain, writer) && WeightyWords.Unheld(read.Plain, string.Empty) is null)
        {
            return new UnitVerdict(UnitStand.Alone, [], null);
        }

        var verdict = kind == UnitKind.Table ? new UnitVerdict(UnitStand.Failed, [], "a draft has no tables") : check.Check(read, kind);
        return verdict.Stand is UnitStand.Grounded or UnitStand.Empty ? verdict : verdict with { Stand = UnitStand.Failed, Reason = verdict.Reason ?? "it cites no source" };
    }

    private List<AssemblyEntry> FailedEntries() => _entries.FindAll(e => e.Verdict.Stand == UnitStand.Failed);

    [GeneratedRegex(@"^\W*(?:subject|betreff|objet|asunto|onderwerp|oggetto)\s*:\s*(?<text>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();
}
