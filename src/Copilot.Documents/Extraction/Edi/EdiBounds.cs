using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>How many elements the segments that carry the meaning may have, by the directories of X12 (004010 to 005010) and EDIFACT (D.96A to D.10A).</summary>
internal static class EdiBounds
{
    private static readonly Dictionary<string, int> X12 = new()
    {
        ["ST"] = 3, ["SE"] = 2, ["GS"] = 8, ["GE"] = 2, ["ISA"] = 16, ["IEA"] = 2, ["BEG"] = 12, ["BIG"] = 11, ["N2"] = 2, ["N3"] = 2, ["N4"] = 7, ["CTT"] = 7, ["TDS"] = 4, ["PRF"] = 7, ["SN1"] = 10, ["DTM"] = 6, ["REF"] = 4, ["PID"] = 9, ["PO1"] = 25, ["IT1"] = 25, ["SAC"] = 16,
    };

    private static readonly Dictionary<string, int> Edifact = new()
    {
        ["UNT"] = 2, ["UNZ"] = 2, ["UNG"] = 8, ["UNE"] = 2, ["UNH"] = 7, ["BGM"] = 4, ["DTM"] = 1, ["RFF"] = 1, ["NAD"] = 9, ["QTY"] = 1, ["MOA"] = 1, ["LIN"] = 6, ["PIA"] = 6, ["PRI"] = 2, ["CNT"] = 1, ["UNS"] = 1, ["CUX"] = 4, ["TAX"] = 9, ["ALC"] = 5, ["IMD"] = 5,
    };

    private const string LastX12 = "005010ZZZ";
    private const string LastEdifact = "10";

    /// <summary>Refuses a segment that has more elements than its standard knows: whoever wrote it meant something else.</summary>
    /// <exception cref="CopilotException">It has too many.</exception>
    public static void Hold(IEnumerable<EdiSegment> segments, bool isX12, string file)
    {
        var bounds = isX12 ? X12 : Edifact;
        foreach (var segment in segments)
        {
            if (segment.Tag is "UNH" or "GS")
            {
                // Directories after these have added elements here and there; what they allow is not held against the sender.
                bounds = IsLater(segment, isX12) ? null : isX12 ? X12 : Edifact;
            }

            // Marks behind the last value part nothing; some senders write them.
            var count = segment.Elements.Count;
            while (count > 0 && segment.Elements[count - 1].All(c => c.Length == 0))
            {
                count--;
            }

            if (bounds is not null && bounds.TryGetValue(segment.Tag, out var most) && count > most)
            {
                throw new CopilotException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{file}\": {segment.Place} has {count} elements, its standard knows {most}; the file was changed or is of another agreement. Ask the sender for it again."));
            }
        }
    }

    private static bool IsLater(EdiSegment segment, bool isX12)
    {
        var version = (isX12 ? segment.At(8) : segment.At(2, 3)) ?? string.Empty;
        return isX12 ? string.CompareOrdinal(version, LastX12) > 0 : version.Length >= 2 && string.CompareOrdinal(version[..2], LastEdifact) > 0 && version[0] != '9';
    }
}
