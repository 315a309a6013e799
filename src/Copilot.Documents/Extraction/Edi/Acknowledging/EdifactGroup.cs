namespace Copilot.Documents.Extraction.Edi.Acknowledging;

/// <summary>The messages of an EDIFACT interchange that stand together: in a functional group (UNG to UNE), or outside of any.</summary>
/// <param name="head">The group's head; null outside of groups.</param>
internal sealed class EdifactGroup(EdiSegment? head)
{
    private readonly List<List<EdiSegment>> _messages = [];

    /// <summary>Gets the group's head; null outside of groups.</summary>
    public EdiSegment? Head { get; } = head;

    /// <summary>Gets the group's end; null where it has none.</summary>
    public EdiSegment? End { get; private set; }

    /// <summary>Gets the group's reference; null outside of groups, and where the head has none.</summary>
    public string? Reference => Head?.At(5);

    /// <summary>Gets the messages, each from UNH to UNT as far as it goes.</summary>
    public IReadOnlyList<List<EdiSegment>> Messages => _messages;

    /// <summary>Takes groups and messages out of an interchange, whatever is broken.</summary>
    /// <param name="interchange">The segments from UNB to UNZ.</param>
    public static List<EdifactGroup> Of(IReadOnlyList<EdiSegment> interchange)
    {
        var groups = new List<EdifactGroup>();
        EdifactGroup? open = null;
        List<EdiSegment>? message = null;
        foreach (var segment in interchange)
        {
            switch (segment.Tag)
            {
                case "UNG":
                    groups.Add(open = new EdifactGroup(segment));
                    message = null;
                    break;
                case "UNE":
                    _ = open?.End = segment;
                    (open, message) = (null, null);
                    break;
                case "UNZ":
                    message = null;
                    break;
                case "UNH":
                    if (open is null)
                    {
                        groups.Add(open = new EdifactGroup(null));
                    }

                    open._messages.Add(message = [segment]);
                    break;
                default:
                    message?.Add(segment);
                    message = segment.Tag == "UNT" ? null : message;
                    break;
            }
        }

        return groups;
    }
}
