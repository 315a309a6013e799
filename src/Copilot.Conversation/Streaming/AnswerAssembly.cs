using Copilot.Contracts;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation.Streaming;

/// <summary>
/// Puts a model's answer together while it streams. What stands is shown at once and in order; what fails waits for its repair. Until the first claim
/// stands nothing is shown, so that an answer whose point falls leaves no trace.
/// </summary>
/// <param name="marks">Numbers the sources by first use.</param>
/// <param name="release">Shows what stands.</param>
/// <param name="screen">The guard's last look at a part.</param>
/// <param name="marked">Is told of sentences whose mark the house added, with the evidence they got.</param>
internal sealed class AnswerAssembly(SourceMarks marks, AnswerRelease release, Func<string, string> screen, Action<string, IReadOnlyList<string>> marked)
{
    private const int MostRepairs = 8;
    private readonly UnitWriter _writer = new(marks, screen);
    private readonly List<AssemblyEntry> _waiting = [];
    private readonly List<AssemblyEntry> _held = [];
    private readonly List<AssemblyEntry> _leads = [];
    private readonly List<string> _unsupported = [];
    private AnswerCutter _cutter = new();
    private UnitCheck? _check;
    private Func<string, string> _restore = text => text;
    private AnswerUnit? _cutBefore;
    private bool _pointStands;
    private bool _pointFell;
    private bool _spoke;
    private int _claims;
    private int _blocks;

    /// <summary>Gets a value indicating whether a claim was shown.</summary>
    public bool HasClaim => _pointStands;

    /// <summary>Begins a stream of a model.</summary>
    /// <param name="check">Checks units against what the turn has found so far.</param>
    /// <param name="restore">Puts masked values back.</param>
    public void Begin(UnitCheck check, Func<string, string> restore)
    {
        Discard();
        _check = check;
        _restore = restore;
    }

    /// <summary>Takes the next piece of the model's text.</summary>
    public void Add(string text)
    {
        foreach (var unit in _cutter.Add(text))
        {
            Take(unit);
        }
    }

    /// <summary>Forgets what was not shown: the stream broke, or look-ups follow.</summary>
    public void Discard()
    {
        _blocks += 1000;
        _cutter = new AnswerCutter();
        _waiting.Clear();
        _held.Clear();
        _leads.Clear();
        _cutBefore = null;
        _pointFell = false;
    }

    /// <summary>Says that the text is at its end.</summary>
    /// <param name="truncated">Whether it was cut off, so that a last sentence without its end is no sentence.</param>
    public void End(bool truncated)
    {
        foreach (var unit in _cutter.Finish().Where(u => u.IsWhole || !truncated))
        {
            Take(unit);
        }
    }

    /// <summary>Gets what the model may write again: the sentences, with why they do not stand.</summary>
    public IReadOnlyList<(string Sentence, string Reason)> ToRepair() => [.. Repairable().Select(e => (e.Read.Plain, e.Verdict.Reason ?? string.Empty))];

    /// <summary>Takes the repaired sentences.</summary>
    /// <param name="lines">The new sentences by number, from 1.</param>
    public void Repair(IReadOnlyDictionary<int, string> lines)
    {
        var entries = Repairable();
        for (var i = 0; i < entries.Count; i++)
        {
            if (lines.TryGetValue(i + 1, out var line))
            {
                var read = UnitReader.Read(_restore(line));
                var verdict = _check!.Check(read, entries[i].Unit.Kind);
                if (verdict.Stand == UnitStand.Grounded)
                {
                    (entries[i].Read, entries[i].Verdict) = (Shown(read, verdict), verdict);
                }
            }
        }
    }

    /// <summary>Shows what can still be shown.</summary>
    public AssembledAnswer Close()
    {
        if (_pointFell && _waiting.Find(e => e.Verdict.Stand is UnitStand.Failed or UnitStand.Grounded) is { Verdict.Stand: UnitStand.Failed })
        {
            _waiting.ForEach(CutOff);
            return new AssembledAnswer(_pointStands, _spoke, !_pointStands, _unsupported, _claims);
        }

        _pointFell = false;
        _cutBefore = null;
        foreach (var entry in _waiting.ToList())
        {
            Place(entry, last: true);
        }

        foreach (var entry in _held)
        {
            if (entry.Verdict.Stand == UnitStand.Grounded && !PlainTalk.LeansOnLast(entry.Read.Plain))
            {
                // Its place has gone by: it stands at the end, as a block of its own.
                entry.Unit = entry.Unit with { Block = ++_blocks + 500_000, Indent = 0 };
                Show(entry);
            }
            else
            {
                entry.Verdict = entry.Verdict with { Stand = UnitStand.Failed };
                CutOff(entry);
            }
        }

        foreach (var lead in _leads.Where(l => l.Verdict.Stand == UnitStand.Alone))
        {
            Show(lead);
        }

        _leads.Clear();
        return new AssembledAnswer(_pointStands, _spoke, false, _unsupported, _claims);
    }

    private List<AssemblyEntry> Repairable()
        => [.. _waiting.Concat(_held).Where(e => !e.IsDone && e.Verdict.Stand == UnitStand.Failed && e.Unit.Kind != UnitKind.Table).Take(MostRepairs)];

    private void Take(AnswerUnit raw)
    {
        var unit = raw with { Block = raw.Block + _blocks };
        var entry = unit.Kind == UnitKind.Table ? Table(unit) : Sentence(unit);
        if (entry.Verdict.Stand == UnitStand.Empty)
        {
            return;
        }

        if (_pointFell)
        {
            _waiting.Add(entry);
            return;
        }

        Place(entry, last: false);
    }

    private AssemblyEntry Sentence(AnswerUnit unit)
    {
        var read = UnitReader.Read(_restore(unit.Text));
        var verdict = _check!.Check(read, unit.Kind);
        return new AssemblyEntry { Unit = unit, Read = Shown(read, verdict), Verdict = verdict };
    }

    /// <summary>A sentence that wrote its mark in a way of its own is shown without it: the mark is set anew.</summary>
    private static ReadUnit Shown(ReadUnit read, UnitVerdict verdict)
        => verdict.MarkedText is { } text && text != read.Plain ? new ReadUnit(text, [], [(text, false)]) : read;

    private AssemblyEntry Table(AnswerUnit unit)
    {
        var rows = unit.Text.Split('\n').Select(UnitReader.Cells).Where(c => c.Count > 0).Select(c => (IReadOnlyList<ReadUnit>)[.. c.Select(cell => UnitReader.Read(_restore(cell)))]).ToList();
        var verdict = unit.IsWhole ? _check!.CheckTable(rows) : new UnitVerdict(UnitStand.Failed, [], "too long for a table");
        return new AssemblyEntry { Unit = unit, Read = new ReadUnit(string.Join(" | ", rows.SelectMany(r => r).Select(c => c.Plain)), [], []), Rows = rows, Verdict = verdict };
    }

    private void Place(AssemblyEntry entry, bool last)
    {
        switch (entry.Verdict.Stand)
        {
            case UnitStand.Grounded when Dangles(entry):
                entry.Verdict = new UnitVerdict(UnitStand.Failed, [], "the sentence before it was taken out; say whom or what it is about");
                Hold(entry, last);
                break;
            case UnitStand.Grounded:
                _cutBefore = null;
                _leads.ForEach(Show);
                _leads.Clear();
                Show(entry);
                _pointStands = true;
                break;
            case UnitStand.LeadIn or UnitStand.Alone:
                _leads.RemoveAll(l => l.Verdict.Stand == UnitStand.LeadIn && l.Unit.Block != entry.Unit.Block && l.Unit.Kind == entry.Unit.Kind);
                _leads.Add(entry);
                break;
            case UnitStand.Chatter:
                _cutBefore = entry.Unit;
                CutOff(entry);
                break;
            default:
                Hold(entry, last);
                break;
        }
    }

    private void Hold(AssemblyEntry entry, bool last)
    {
        _cutBefore = entry.Unit;
        if (last)
        {
            CutOff(entry);
        }
        else if (_pointStands)
        {
            _held.Add(entry);
        }
        else
        {
            _pointFell = true;
            _waiting.Add(entry);
        }
    }

    /// <summary>What leans on a sentence that was taken out would say something else without it.</summary>
    private bool Dangles(AssemblyEntry entry)
        => _cutBefore is { } cut && (PlainTalk.LeansOnLast(entry.Read.Plain) || (entry.Unit.Kind is UnitKind.Bullet or UnitKind.Numbered && cut.Kind is UnitKind.Bullet or UnitKind.Numbered && entry.Unit.Indent > cut.Indent));

    private void Show(AssemblyEntry entry)
    {
        var known = marks.Cited.Count;
        var text = entry.Rows.Count > 0
            ? _writer.Write(entry.Unit, entry.Rows, row => [.. _check!.Check(new ReadUnit(string.Join(' ', row.Select(c => c.Plain)), [.. row.SelectMany(c => c.Marks).Distinct()], []), UnitKind.Table).Cited])
            : _writer.Write(entry.Unit, entry.Read, entry.Verdict.Cited);
        entry.IsDone = true;
        _spoke = true;
        if (entry.Verdict.MarkedText is not null)
        {
            marked(entry.Read.Plain, entry.Verdict.Cited);
        }

        release.Add(text, [.. marks.Cited.Skip(known)]);
    }

    private void CutOff(AssemblyEntry entry)
    {
        if (entry.IsDone || entry.Verdict.Stand is not (UnitStand.Failed or UnitStand.Chatter))
        {
            return;
        }

        entry.IsDone = true;
        _unsupported.Add(entry.Read.Plain);
        _claims += entry.Verdict.Stand == UnitStand.Failed ? 1 : 0;
    }
}
