using System.Globalization;
using System.Text;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>
/// Writes the functional acknowledgement (transaction set 997) of an X12 interchange: one set a functional group, with AK1 and AK9, and AK2 to AK5 for each transaction set. The codes are those of
/// the data elements 715 to 718, 720 and 723 in the X12 data element dictionary, 004010. Before them stands the interchange acknowledgement (TA1) where the sender asks for it (ISA14), or where the
/// envelope itself is at fault: then nothing in it is accepted, and no group is answered by itself.
/// </summary>
internal static class X12Reply
{
    private const int IdWidth = 15;
    private const string Receipt = "FA";
    private const string Rejected = "R";

    /// <summary>Writes it; null when there is nothing to answer: acknowledgements are not acknowledged, save for their envelope where the sender asks for that.</summary>
    /// <param name="interchange">The segments from ISA to IEA.</param>
    /// <param name="marks">The characters that part it.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="control">The number of our interchange, 1 to 999,999,999.</param>
    /// <param name="isRepeated">Whether the same interchange stood before it in the file.</param>
    /// <param name="now">The time.</param>
    public static Acknowledgement? Write(IReadOnlyList<EdiSegment> interchange, EdiMarks marks, string name, int control, bool isRepeated, DateTimeOffset now)
    {
        var isa = interchange[0];
        var (verdict, note, fault) = X12Interchange.Judge(interchange, isRepeated);
        var all = Groups(interchange);
        var isAnswer = interchange.Any(s => s.Tag == "TA1") && all.Count == 0;
        var groups = verdict == Rejected ? [] : all.Where(g => g.Head.At(1) != Receipt).ToList();
        var isReported = !isAnswer && (verdict == Rejected || isa.At(14) == "1");
        if (groups.Count == 0 && !isReported)
        {
            return null;
        }

        var text = new EdiText(marks with { Component = '\0' });
        var (number, faults) = (control.ToString("000000000", CultureInfo.InvariantCulture), new List<string>());
        var version = isa.At(12) ?? "00401";
        text.Plain(
            "ISA", "00", new string(' ', 10), "00", new string(' ', 10), Raw(isa, 7, 2), Raw(isa, 8, IdWidth), Raw(isa, 5, 2), Raw(isa, 6, IdWidth), now.ToString("yyMMdd", CultureInfo.InvariantCulture), now.ToString("HHmm", CultureInfo.InvariantCulture),
            Raw(isa, 11, 1), version, number, "0", isa.At(15) ?? "P", marks.Component.ToString());
        if (isReported)
        {
            text.Plain("TA1", isa.At(13), isa.At(9), isa.At(10), verdict, note);
        }

        foreach (var (group, i) in groups.Select((g, i) => (g, i + 1)))
        {
            var release = group.Head.At(8) is { Length: >= 6 } known ? known : "004010";
            var reply = i.ToString(CultureInfo.InvariantCulture);
            text.Plain("GS", Receipt, group.Head.At(3), group.Head.At(2), now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), now.ToString("HHmm", CultureInfo.InvariantCulture), reply, group.Head.At(7) ?? "X", release);
            Group(text, group, release, faults);
            text.Plain("GE", "1", reply);
        }

        text.Plain("IEA", groups.Count.ToString(CultureInfo.InvariantCulture), number);
        return new Acknowledgement($"{name}.{(groups.Count > 0 ? "997" : "ta1")}.edi", Encoding.UTF8.GetBytes(text.ToString()), verdict != Rejected && faults.Count == 0, fault is null ? faults : [fault, .. faults]);
    }

    private static void Group(EdiText text, X12Group group, string release, List<string> faults)
    {
        var before = text.Count;
        text.Plain("ST", "997", "0001");
        text.Plain("AK1", group.Head.At(1), group.Head.At(6));
        var accepted = 0;
        foreach (var set in group.Sets)
        {
            accepted += Set(text, set, group.Sets.Count(s => s[0].At(2) == set[0].At(2)) > 1, faults) ? 1 : 0;
        }

        var wrong = GroupFaults(group).ToList();
        faults.AddRange(wrong.Select(w => w.Text));
        var all = accepted == group.Sets.Count;
        var verdict = wrong.Count > 0 || (accepted == 0 && group.Sets.Count > 0) ? "R" : all ? "A" : "P";
        if (wrong.Count > 0)
        {
            accepted = 0;
        }

        text.Plain(
            "AK9",
            [verdict, group.End?.At(1) ?? Number(group.Sets.Count), Number(group.Sets.Count), Number(accepted), .. wrong.Select(w => w.Code)]);
        text.Plain("SE", Number(text.Count - before + 1), "0001");
    }

    /// <summary>Writes AK2 to AK5 of a set.</summary>
    private static bool Set(EdiText text, List<EdiSegment> set, bool twice, List<string> faults)
    {
        var (head, kind) = (set[0], set[0].At(1) ?? string.Empty);
        text.Plain("AK2", kind, head.At(2));
        var (segments, codes) = (X12Check.Knows(kind) ? X12Check.Of(kind, set) : [], SetFaults(set, kind, twice).ToList());
        foreach (var segment in segments.GroupBy(f => (f.Tag, f.Place, f.Code)))
        {
            text.Plain("AK3", segment.Key.Tag, Number(segment.Key.Place), null, segment.Key.Code);
            foreach (var element in segment.Where(f => f.Element is not null))
            {
                text.Plain("AK4", Number(element.Element!.Value), element.Reference, element.ElementCode);
            }
        }

        if (segments.Count > 0)
        {
            codes.Add(("5", $"set {head.At(2)} ({kind}): {string.Join(", ", segments.Select(s => s.Text))}"));
        }

        faults.AddRange(codes.Select(c => c.Text));
        text.Plain("AK5", [codes.Count == 0 ? "A" : "R", .. codes.Take(5).Select(c => c.Code)]);
        return codes.Count == 0;
    }

    private static IEnumerable<(string Code, string Text)> SetFaults(List<EdiSegment> set, string kind, bool twice)
    {
        var (head, end) = (set[0], set[^1].Tag == "SE" ? set[^1] : null);
        var called = $"set {head.At(2) ?? "without a number"} ({kind})";
        if (kind.Length == 0)
        {
            yield return ("6", $"{called}: ST does not say which set it is");
        }
        else if (!X12Check.Knows(kind))
        {
            yield return ("1", $"{called}: sets of this kind are not read here");
        }

        if (end is null)
        {
            yield return ("2", $"{called}: it was not ended with SE");
        }
        else
        {
            if (end.At(2) != head.At(2))
            {
                yield return ("3", $"{called}: SE names {end.At(2) ?? "no number"}");
            }

            if (end.At(1) != Number(set.Count))
            {
                yield return ("4", $"{called}: SE counts {end.At(1) ?? "no"} segments, {Number(set.Count)} came");
            }
        }

        if (head.At(2) is null)
        {
            yield return ("7", $"{called}: ST has no control number");
        }
        else if (twice)
        {
            yield return ("23", $"{called}: the control number stands twice in its group");
        }
    }

    private static IEnumerable<(string Code, string Text)> GroupFaults(X12Group group)
    {
        if (group.End is not { } end)
        {
            yield return ("3", $"group {group.Head.At(6)}: it was not ended with GE");
            yield break;
        }

        if (end.At(2) != group.Head.At(6))
        {
            yield return ("4", $"group {group.Head.At(6)}: GE names {end.At(2) ?? "no number"}");
        }

        if (end.At(1) != Number(group.Sets.Count))
        {
            yield return ("5", $"group {group.Head.At(6)}: GE counts {end.At(1) ?? "no"} sets, {Number(group.Sets.Count)} came");
        }
    }

    /// <summary>Takes the groups and their sets out, whatever is broken.</summary>
    private static List<X12Group> Groups(IReadOnlyList<EdiSegment> interchange)
    {
        var groups = new List<X12Group>();
        List<EdiSegment>? set = null;
        foreach (var segment in interchange)
        {
            switch (segment.Tag)
            {
                case "GS":
                    groups.Add(new X12Group(segment));
                    set = null;
                    break;
                case "GE" when groups.Count > 0:
                    groups[^1].End = segment;
                    set = null;
                    break;
                case "ST" when groups.Count > 0:
                    groups[^1].Sets.Add(set = [segment]);
                    break;
                case "SE":
                    set?.Add(segment);
                    set = null;
                    break;
                default:
                    set?.Add(segment);
                    break;
            }
        }

        return groups;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The interchange's head has elements of fixed width.
    private static string Raw(EdiSegment segment, int element, int width) => (segment.At(element) ?? string.Empty).PadRight(width);

    /// <summary>A functional group as it came.</summary>
    private sealed class X12Group(EdiSegment head)
    {
        public EdiSegment Head { get; } = head;

        public EdiSegment? End { get; set; }

        public List<List<EdiSegment>> Sets { get; } = [];
    }
}
