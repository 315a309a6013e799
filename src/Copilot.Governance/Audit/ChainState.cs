using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Governance.Audit;

/// <summary>The end of a chain as the store holds it, read in the transaction that is about to add to it.</summary>
internal sealed record ChainState
{
    /// <summary>Gets the place the head names, or null when there is no head.</summary>
    public long? HeadSeq { get; init; }

    public string? HeadHash { get; init; }

    public string? Seal { get; init; }

    /// <summary>Gets the place of the last entry there is, or null when there is none.</summary>
    public long? LastSeq { get; init; }

    /// <summary>Gets the hash of the entry at the place the head names, or null when it is not there.</summary>
    public string? SealedHash { get; init; }

    /// <summary>
    /// Says what shows that the end was changed from outside. Only what the next entry would cover up is looked for: a change further back breaks a link or a
    /// hash, which nobody can mend without the key.
    /// </summary>
    /// <param name="sealConfirmed">Whether the head's seal is good.</param>
    /// <param name="seen">The newest entry this node has seen, or null.</param>
    /// <param name="hashThere">The hash of the entry at the place of <paramref name="seen"/>, or null.</param>
    /// <returns>What is wrong, for people, or null.</returns>
    public string? Fault(bool sealConfirmed, WitnessedEntry? seen, string? hashThere)
    {
        if (HeadSeq is not { } head)
        {
            return LastSeq is not null ? Because($"the sealed head was gone") : seen is null ? null : Because($"all of it was gone, and this node has seen entry {seen.Seq}");
        }

        return !sealConfirmed ? Because($"the seal on the head was wrong")
            : (LastSeq ?? 0) < head ? Because($"entries were missing: the chain ended before its sealed head at entry {head}")
            : LastSeq > head ? Because($"there were entries after the sealed head at entry {head}")
            : SealedHash != HeadHash ? Because($"entry {head} was not the one that was sealed")
            : seen is null ? null
            : seen.Seq > head ? Because($"it was shorter than it had been: it ended at entry {head}, and this node has seen entry {seen.Seq}")
            : seen.Hash != hashThere ? Because($"entry {seen.Seq} was not the one this node has seen")
            : null;
    }

    /// <summary>The place for an entry after a break: no place is used a second time, as far as anybody who can be trusted knows of it.</summary>
    public long NextAfterBreak(bool sealConfirmed, WitnessedEntry? seen)
        => Math.Max(Math.Max(LastSeq ?? 0, sealConfirmed ? HeadSeq ?? 0 : 0), seen?.Seq ?? 0) + 1;

    public JsonObject Describe(string what, WitnessedEntry? seen) => new()
    {
        ["what"] = what,
        ["found"] = new JsonObject
        {
            ["head"] = HeadSeq is { } seq ? new JsonObject { ["seq"] = seq, ["hash"] = HeadHash, ["seal"] = Seal } : null,
            ["lastEntry"] = LastSeq,
        },
        ["seen"] = seen is null ? null : new JsonObject { ["seq"] = seen.Seq, ["hash"] = seen.Hash },
    };

    private static string Because(FormattableString what) => "The chain was changed from outside before this entry: " + what.ToString(CultureInfo.InvariantCulture) + ".";
}
