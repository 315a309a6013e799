using System.Globalization;
using System.Text;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>
/// Writes the syntax and service report (CONTRL) of an EDIFACT interchange: UCI for the interchange, UCF for each group where it has them, UCM for each message, UCS and UCD for its faults, by ISO 9735. Action codes (0083): 4 this level
/// and all below rejected, 7 acknowledged. Faults carry the codes of data element 0085.
/// </summary>
internal static class EdifactReply
{
    private const string Rejected = "4";
    private const string Acknowledged = "7";
    private const string Mismatch = "28";
    private const string WrongCount = "29";
    private const string Twice = "26";
    private const string Unsupported = "14";
    private const string Missing = "13";
    private const string Mixed = "30";
    private const string SeveralKinds = "31";
    private const string Empty = "32";

    private static readonly EdiMarks Marks = new(':', '+', '?', '\'');

    /// <summary>Writes it; null when the interchange holds nothing but reports, which are not answered.</summary>
    /// <param name="interchange">The segments from UNB to UNZ.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="control">The reference of our interchange.</param>
    /// <param name="mark">The decimal mark that it declares.</param>
    /// <param name="isRepeated">Whether the same interchange stood before it in the file.</param>
    /// <param name="now">The time.</param>
    public static Acknowledgement? Write(IReadOnlyList<EdiSegment> interchange, string name, int control, char mark, bool isRepeated, DateTimeOffset now)
    {
        var unb = interchange[0];
        var groups = EdifactGroup.Of(interchange);
        if (groups.SelectMany(g => g.Messages).ToList() is { Count: > 0 } messages && messages.All(m => m[0].At(2) == "CONTRL"))
        {
            return null;
        }

        var (text, faults) = (new EdiText(Marks), new List<string>());
        var reference = control.ToString(CultureInfo.InvariantCulture);
        var level = unb.At(1) ?? "UNOC";
        var later = unb.At(1, 2) == "4";
        text.Add(
            "UNB", [level, unb.At(1, 2) ?? "3"], Party(unb, 3), Party(unb, 2), [now.ToString(later ? "yyyyMMdd" : "yyMMdd", CultureInfo.InvariantCulture), now.ToString("HHmm", CultureInfo.InvariantCulture)], [reference], [null], ["CONTRL"],
            [null], [null], [null], [unb.At(11)]);
        var before = text.Count;
        text.Add("UNH", ["1"], later ? ["CONTRL", "4", "1", "UN"] : ["CONTRL", "D", "3", "UN"]);
        var whole = Whole(interchange, unb, groups, isRepeated);
        text.Add("UCI", [unb.At(5)], Party(unb, 2), Party(unb, 3), [whole is null ? Acknowledged : Rejected], [whole?.Code], [whole?.Tag], [whole?.Position]);
        if (whole is not null)
        {
            faults.Add(whole.Text);
        }
        else
        {
            groups.ForEach(g => Group(text, g, groups.Count(other => other.Reference == g.Reference) > 1, mark, faults));
        }

        text.Plain("UNT", (text.Count - before + 1).ToString(CultureInfo.InvariantCulture), "1");
        text.Plain("UNZ", "1", reference);
        var encoding = level is "UNOW" or "UNOY" ? Encoding.UTF8 : Encoding.Latin1;
        return new Acknowledgement($"{name}.contrl.edi", encoding.GetBytes(text.ToString()), faults.Count == 0, faults);
    }

    /// <summary>Reports a group (UCF) and its messages; messages without a group are reported by themselves.</summary>
    private static void Group(EdiText text, EdifactGroup group, bool isRepeated, char mark, List<string> faults)
    {
        if (group.Head is { } head)
        {
            var own = Own(group, head, isRepeated);
            text.Add("UCF", [head.At(5)], [head.At(2), head.At(2, 2)], [head.At(3), head.At(3, 2)], [own is null ? Acknowledged : Rejected], [own?.Code], [own?.Tag], [own?.Position]);
            if (own is not null)
            {
                // With the group all its messages are rejected; they are not named again.
                faults.Add(own.Text);
                return;
            }
        }

        foreach (var message in group.Messages)
        {
            Message(text, message, group.Messages.Count(other => other[0].At(1) == message[0].At(1)) > 1, mark, faults);
        }
    }

    private static void Message(EdiText text, List<EdiSegment> message, bool twice, char mark, List<string> faults)
    {
        var (head, kind) = (message[0], message[0].At(2) ?? string.Empty);
        var called = $"message {head.At(1) ?? "without a reference"} ({kind})";
        var own = Own(message, kind, twice, called);
        var segments = own is null ? EdifactCheck.Of(kind, message, mark) : [];
        text.Add(
            "UCM", [head.At(1)], [head.At(2), head.At(2, 2), head.At(2, 3), head.At(2, 4), head.At(2, 5)], [own is null && segments.Count == 0 ? Acknowledged : Rejected], [own?.Code], [own?.Tag], [own?.Position]);
        foreach (var segment in segments.GroupBy(s => s.Place))
        {
            text.Plain("UCS", segment.Key.ToString(CultureInfo.InvariantCulture), segment.FirstOrDefault(s => s.Code.Length > 0)?.Code);
            foreach (var element in segment.Where(s => s.Element is not null))
            {
                text.Add("UCD", [element.ElementCode], [element.Element!.Value.ToString(CultureInfo.InvariantCulture), element.Component?.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        if (own is not null)
        {
            faults.Add(own.Text);
        }

        faults.AddRange(segments.Select(s => $"{called}: {s.Text}"));
    }

    /// <summary>What is wrong with the interchange's own envelope; null when nothing is.</summary>
    private static Fault? Whole(IReadOnlyList<EdiSegment> interchange, EdiSegment unb, List<EdifactGroup> groups, bool isRepeated)
    {
        if (interchange[^1] is not { Tag: "UNZ" } end)
        {
            return new Fault(Missing, "UNZ", null, "the interchange was not ended with UNZ");
        }

        var isGrouped = groups.Any(g => g.Head is not null);
        var count = (isGrouped ? groups.Count(g => g.Head is not null) : groups.Sum(g => g.Messages.Count)).ToString(CultureInfo.InvariantCulture);
        return isRepeated ? new Fault(Twice, "UNB", "6", $"interchange {unb.At(5) ?? "without a reference"} stands in the file twice")
            : end.At(2) != unb.At(5) ? new Fault(Mismatch, "UNZ", "3", $"UNZ names interchange {end.At(2) ?? "without a reference"}, UNB {unb.At(5) ?? "none"}")
            : isGrouped && groups.Any(g => g.Head is null) ? new Fault(Mixed, "UNH", null, "some messages stand in groups and some do not")
            : end.At(1)?.TrimStart('0') != count ? new Fault(WrongCount, "UNZ", "2", $"UNZ counts {end.At(1) ?? "no"} {(isGrouped ? "groups" : "messages")}, {count} came")
            : null;
    }

    /// <summary>What is wrong with a group's own envelope; null when nothing is.</summary>
    private static Fault? Own(EdifactGroup group, EdiSegment head, bool isRepeated)
    {
        var called = $"group {head.At(5) ?? "without a reference"} ({head.At(1)})";
        var count = group.Messages.Count.ToString(CultureInfo.InvariantCulture);
        return group.End is not { } end ? new Fault(Missing, "UNE", null, $"{called}: it was not ended with UNE")
            : end.At(2) != head.At(5) ? new Fault(Mismatch, "UNE", "3", $"{called}: UNE names {end.At(2) ?? "no reference"}")
            : isRepeated ? new Fault(Twice, "UNG", "6", $"{called}: its reference stands twice in the interchange")
            : group.Messages.Count == 0 ? new Fault(Empty, "UNG", null, $"{called}: it holds no message")
            : end.At(1)?.TrimStart('0') != count ? new Fault(WrongCount, "UNE", "2", $"{called}: UNE counts {end.At(1) ?? "no"} messages, {count} came")
            : group.Messages.Select(m => m[0].At(2)).Distinct().Count() > 1 ? new Fault(SeveralKinds, "UNG", "2", $"{called}: it holds messages of several kinds")
            : null;
    }

    /// <summary>What is wrong with a message's own envelope; null when nothing is.</summary>
    private static Fault? Own(List<EdiSegment> message, string kind, bool twice, string called)
    {
        var head = message[0];
        if (!EdifactCheck.Knows(kind))
        {
            return new Fault(Unsupported, "UNH", "3", $"{called}: messages of this kind are not read here");
        }

        if (message[^1] is not { Tag: "UNT" } end)
        {
            return new Fault(Missing, "UNT", null, $"{called}: it was not ended with UNT");
        }

        var count = message.Count.ToString(CultureInfo.InvariantCulture);
        return end.At(2) != head.At(1) ? new Fault(Mismatch, "UNT", "3", $"{called}: UNT names {end.At(2) ?? "no reference"}")
            : end.At(1)?.TrimStart('0') != count ? new Fault(WrongCount, "UNT", "2", $"{called}: UNT counts {end.At(1) ?? "no"} segments, {count} came")
            : twice ? new Fault(Twice, "UNH", "2", $"{called}: its reference stands twice in the interchange")
            : null;
    }

    // Sender and recipient: identification, qualifier, address for reverse routing.
    private static IReadOnlyList<string?> Party(EdiSegment unb, int element) => [unb.At(element), unb.At(element, 2), unb.At(element, 3)];

    /// <summary>A fault of an envelope: the code, the segment, the position in it (the tag has 1), and words.</summary>
    private sealed record Fault(string Code, string Tag, string? Position, string Text);
}
