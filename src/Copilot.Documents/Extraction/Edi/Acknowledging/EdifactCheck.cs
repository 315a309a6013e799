using System.Globalization;

namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>Holds an EDIFACT message to what D.96A makes mandatory in the messages that are read here, and to the kinds of its values. The codes are those of data element 0085.</summary>
internal static class EdifactCheck
{
    private const string Missing = "13";
    private const string NotNumeric = "37";

    // Segments without which a message says nothing, by the message.
    private static readonly Dictionary<string, string[]> Mandatory = new(StringComparer.Ordinal)
    {
        ["ORDERS"] = ["BGM", "DTM", "UNS"], ["ORDRSP"] = ["BGM", "DTM", "UNS"], ["INVOIC"] = ["BGM", "DTM", "UNS"], ["DESADV"] = ["BGM"],
    };

    // Mandatory components: the element after the tag and its component.
    private static readonly Dictionary<string, (int Element, int Component)[]> Elements = new(StringComparer.Ordinal)
    {
        ["DTM"] = [(1, 1)], ["NAD"] = [(1, 1)], ["QTY"] = [(1, 1), (1, 2)], ["MOA"] = [(1, 1)], ["RFF"] = [(1, 1)], ["PRI"] = [(1, 1)],
    };

    private static readonly string[] Numeric = ["QTY", "MOA", "PRI"];

    /// <summary>Whether a message is one that is read here.</summary>
    public static bool Knows(string kind) => Mandatory.ContainsKey(kind);

    /// <summary>The faults of a message, in the order of its segments.</summary>
    /// <param name="kind">The message: <c>ORDERS</c>.</param>
    /// <param name="segments">Its segments with head and end.</param>
    /// <param name="mark">The decimal mark that the interchange declares.</param>
    public static IReadOnlyList<EdiFault> Of(string kind, IReadOnlyList<EdiSegment> segments, char mark)
    {
        var faults = new List<EdiFault>();
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            foreach (var (element, component) in Elements.GetValueOrDefault(segment.Tag) ?? [])
            {
                if (segment.At(element, component) is null)
                {
                    faults.Add(Element(segment, i + 1, element, component, Missing, "is missing"));
                }
            }

            if (Numeric.Contains(segment.Tag) && segment.At(1, 2) is { } value && !IsNumber(value, mark))
            {
                faults.Add(Element(segment, i + 1, 1, 2, NotNumeric, "is no number"));
            }
        }

        foreach (var tag in Mandatory.GetValueOrDefault(kind) ?? [])
        {
            if (segments.All(s => s.Tag != tag))
            {
                // The place is that of the last segment before the gap.
                var place = tag switch { "BGM" => 1, "DTM" => Math.Max(1, segments.ToList().FindIndex(s => s.Tag == "BGM") + 1), _ => Math.Max(1, segments.Count - 1) };
                faults.Add(new EdiFault(tag, place, Missing, $"{tag} is missing"));
            }
        }

        return [.. faults.OrderBy(f => f.Place)];
    }

    // Both marks are allowed whatever was declared: a comma always may stand, and a point where it is declared.
    private static bool IsNumber(string value, char mark)
        => decimal.TryParse(value.Replace(',', '.').Replace(mark, '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    // A segment's tag has position 1, so the first element after it has 2.
    private static EdiFault Element(EdiSegment segment, int place, int element, int component, string code, string what)
        => new(segment.Tag, place, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{segment.Tag} element {element} component {component} {what} (segment {place} of the message)")) { Element = element + 1, Component = component, ElementCode = code };
}
