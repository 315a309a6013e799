using System.Globalization;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>
/// Judges the envelope of an X12 interchange (ISA to IEA) for the interchange acknowledgement TA1. Codes are those of the data elements I17 (A accepted, E accepted with errors, R rejected) and I18
/// (what is wrong) in the X12 data element dictionary.
/// </summary>
internal static class X12Interchange
{
    private const string Fine = "000";

    /// <summary>Judges it.</summary>
    /// <param name="interchange">The segments from ISA to IEA.</param>
    /// <param name="isRepeated">Whether the same interchange stood before it in the file.</param>
    /// <returns>The verdict of TA104, the note of TA105, and the fault in words; null where there is none.</returns>
    public static (string Verdict, string Note, string? Fault) Judge(IReadOnlyList<EdiSegment> interchange, bool isRepeated)
    {
        var (isa, groups) = (interchange[0], interchange.Count(s => s.Tag == "GS"));
        var called = $"interchange {isa.At(13) ?? "without a number"}";
        return interchange[^1] is not { Tag: "IEA" } end ? ("R", "023", $"{called}: it was not ended with IEA")
            : isRepeated ? ("R", "025", $"{called}: it stands in the file twice")
            : end.At(2) != isa.At(13) ? ("R", "001", $"{called}: IEA names {end.At(2) ?? "no number"}")
            : !int.TryParse(end.At(1), NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said != groups
                ? ("R", "021", FormattableString.Invariant($"{called}: IEA counts {end.At(1) ?? "no"} groups, {groups} came"))
            : !IsOrdered(interchange) ? ("R", "022", $"{called}: its groups and sets are not nested as they should be")
            : Head(isa) is var (note, text) ? ("E", note, $"{called}: {text}")
            : ("A", Fine, null);
    }

    /// <summary>What is wrong with a value of the head that does not keep the rest from being read.</summary>
    private static (string Note, string Text)? Head(EdiSegment isa)
        => !IsDate(isa.At(9), "yyMMdd") ? ("014", "ISA09 is no date")
            : !IsDate(isa.At(10), "HHmm") ? ("015", "ISA10 is no time")
            : isa.At(12) is not { Length: 5 } version || !version.All(char.IsAsciiDigit) ? ("017", "ISA12 is no version")
            : isa.At(13) is not { Length: 9 } control || !control.All(char.IsAsciiDigit) ? ("018", "ISA13 is no number of nine digits")
            : isa.At(14) is not ("0" or "1") ? ("019", "ISA14 says neither 0 nor 1")
            : isa.At(15) is not ("T" or "P" or "I") ? ("020", "ISA15 says neither P, T nor I")
            : null;

    private static bool IsDate(string? text, string format) => DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether sets stand in groups, and groups one behind the other. A group or set without an end is told in its own acknowledgement.</summary>
    private static bool IsOrdered(IReadOnlyList<EdiSegment> interchange)
    {
        var inGroup = false;
        foreach (var segment in interchange)
        {
            switch (segment.Tag)
            {
                case "GS":
                    inGroup = true;
                    break;
                case "GE" when inGroup:
                    inGroup = false;
                    break;
                case "GE":
                case "ST" when !inGroup:
                    return false;
                default:
                    break;
            }
        }

        return true;
    }
}
