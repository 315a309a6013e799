using System.Globalization;

namespace Copilot.Governance.Audit;

/// <summary>Goes through one chain entry by entry and notes what is wrong with it.</summary>
/// <param name="tenant">Whose chain it is.</param>
/// <param name="seen">The newest entry that this node has seen of it before, or null.</param>
internal sealed class ChainCheck(string tenant, WitnessedEntry? seen)
{
    // Enough to see what somebody did; a chain that was garbled as a whole need not be listed as a whole.
    private const int MaxFaults = 100;

    private readonly List<AuditFault> faults = [];
    private bool met = seen is null;

    public IReadOnlyList<AuditFault> Faults => faults;

    public long Entries { get; private set; }

    public AuditRow Last { get; private set; } = new() { Seq = 0, Hash = AuditRow.FirstPreviousHash };

    public void Add(AuditRow row)
    {
        if (row.Seq != Last.Seq + 1)
        {
            Note(Last.Seq + 1, $"Entry {Last.Seq + 1} is missing.");
        }
        else if (row.PreviousHash != Last.Hash)
        {
            Note(row.Seq, $"Entry {row.Seq} does not follow the entry before it: one of the two was changed or moved.");
        }

        if (row.ComputeHash() != row.Hash)
        {
            Note(row.Seq, $"Entry {row.Seq} was changed after it was written.");
        }
        else if (row.Kind == AuditRow.ChainBrokenKind)
        {
            Note(row.Seq, $"{row.BreakText()}");
        }

        if (seen is not null && row.Seq == seen.Seq)
        {
            met = true;
            if (row.Hash != seen.Hash)
            {
                Note(row.Seq, $"Entry {row.Seq} is not the one this node has seen: the chain was turned back and written anew.");
            }
        }

        Entries++;
        Last = row;
    }

    /// <summary>Checks the end of the chain against its head.</summary>
    public void End(AuditHead head, bool sealConfirmed)
    {
        if (head.Seq == 0)
        {
            Note(Last.Seq + 1, $"The sealed head of the chain is missing, so nothing shows that these were the last entries.");
        }
        else if (!sealConfirmed)
        {
            Note(Last.Seq + 1, $"The seal on the head of the chain is wrong: the chain was rewritten, or the key file was replaced.");
        }
        else if (head.Seq != Last.Seq)
        {
            Note(Last.Seq + 1, $"Entry {Last.Seq + 1} is missing: the chain ends before its sealed head at entry {head.Seq}.");
        }
        else if (head.Hash != Last.Hash)
        {
            Note(Last.Seq + 1, $"Entry {Last.Seq} is not the one that was sealed.");
        }

        if (!met && seen!.Seq > Last.Seq)
        {
            Note(Last.Seq + 1, $"Entry {Last.Seq + 1} is missing: this node has seen the chain up to entry {seen.Seq}.");
        }
    }

    private void Note(long seq, FormattableString what)
    {
        // One place, one fault: what comes second at a place follows from the first.
        if (faults.Count < MaxFaults && (faults.Count == 0 || faults[^1].Seq != seq))
        {
            faults.Add(new AuditFault(tenant, seq, what.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
