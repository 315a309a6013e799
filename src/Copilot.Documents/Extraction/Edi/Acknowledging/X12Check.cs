using System.Globalization;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>Holds a transaction set to what X12 004010 makes mandatory in the sets that are read here: 850, 855, 856 and 810.</summary>
internal static class X12Check
{
    private const string MissingSegment = "3";
    private const string ElementErrors = "8";
    private const string MissingElement = "1";
    private const string BadDate = "8";
    private const string Date = "373";

    // Segments without which a set says nothing, by the set.
    private static readonly Dictionary<string, string[]> Mandatory = new(StringComparer.Ordinal)
    {
        ["850"] = ["BEG", "PO1"], ["855"] = ["BAK"], ["856"] = ["BSN", "HL"], ["810"] = ["BIG", "TDS"],
    };

    // Mandatory elements with their numbers in the data element dictionary.
    private static readonly Dictionary<string, (int Element, string Reference)[]> Elements = new(StringComparer.Ordinal)
    {
        ["BEG"] = [(1, "353"), (2, "92"), (3, "324"), (5, Date)],
        ["BAK"] = [(1, "353"), (2, "587"), (3, "324"), (4, Date)],
        ["BSN"] = [(1, "353"), (2, "396"), (3, Date), (4, "337")],
        ["BIG"] = [(1, Date), (2, "76")],
        ["TDS"] = [(1, "610")],
        ["HL"] = [(1, "628"), (3, "735")],
        ["REF"] = [(1, "128")],
        ["DTM"] = [(1, "374")],
        ["N1"] = [(1, "98")],
    };

    /// <summary>Whether a set is one that is read here.</summary>
    public static bool Knows(string kind) => Mandatory.ContainsKey(kind);

    /// <summary>The faults of a set.</summary>
    /// <param name="kind">The set: <c>850</c>.</param>
    /// <param name="segments">Its segments, with head and end where it has one.</param>
    public static IReadOnlyList<EdiFault> Of(string kind, IReadOnlyList<EdiSegment> segments)
    {
        var faults = new List<EdiFault>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (Elements.TryGetValue(segments[i].Tag, out var needed))
            {
                faults.AddRange(needed.Select(n => Element(segments[i], i + 1, n.Element, n.Reference)).OfType<EdiFault>());
            }
        }

        foreach (var tag in Mandatory.GetValueOrDefault(kind) ?? [])
        {
            if (segments.All(s => s.Tag != tag))
            {
                // The heading's segment stands behind ST; the others are missed where the set ends.
                var place = tag is "BEG" or "BAK" or "BSN" or "BIG" ? 2 : segments.Count;
                faults.Add(new EdiFault(tag, place, MissingSegment, $"{tag} is missing"));
            }
        }

        return [.. faults.OrderBy(f => f.Place)];
    }

    private static EdiFault? Element(EdiSegment segment, int place, int element, string reference)
    {
        var value = segment.At(element);
        return value is null ? Fault(MissingElement, "is missing")
            : reference == Date && !DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Fault(BadDate, "is no date")
            : null;

        EdiFault Fault(string code, string what) => new(segment.Tag, place, ElementErrors, string.Create(CultureInfo.InvariantCulture, $"{segment.Tag}{element:00} {what} (segment {place} of the set)")) { Element = element, Reference = reference, ElementCode = code };
    }
}
