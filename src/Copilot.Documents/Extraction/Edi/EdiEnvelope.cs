using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Takes messages out of their envelopes and holds the envelopes to what they say of themselves.</summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="isX12">X12, or EDIFACT.</param>
internal sealed class EdiEnvelope(string file, bool isX12)
{
    private readonly string _begin = isX12 ? "ISA" : "UNB";
    private readonly string _end = isX12 ? "IEA" : "UNZ";
    private readonly string _head = isX12 ? "ST" : "UNH";
    private readonly string _tail = isX12 ? "SE" : "UNT";
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _groupHead = isX12 ? "GS" : "UNG";
    private readonly string _groupTail = isX12 ? "GE" : "UNE";
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private EdiSegment? _group;
    private int _groups;
    private int _firstOfInterchange;
    private int _firstOfGroup;

    /// <summary>Takes the messages out.</summary>
    /// <exception cref="CopilotException">An envelope is open, nested or sent twice; the message names the segment.</exception>
    public List<EdiMessage> Open(IReadOnlyList<EdiSegment> segments)
    {
        EdiBounds.Hold(segments, isX12, file);
        var messages = new List<EdiMessage>();
        EdiSegment? interchange = null;
        List<EdiSegment>? message = null;
        foreach (var segment in segments)
        {
            if (segment.Tag == _begin)
            {
                Refuse(interchange is not null, $"a new interchange begins at {segment.Place} before the last one ended with {_end}");
                interchange = segment;
                (_group, _groups, _firstOfInterchange) = (null, 0, messages.Count);
                _messages.Clear();
                var control = Control(segment);
                Refuse(control is not null && !_seen.Add($"{Party(segment, 2)}/{Party(segment, 3)}/{control}"), $"the interchange with control number {control} stands in it twice ({segment.Place}), so orders could be booked twice");
            }
            else if (segment.Tag == _end)
            {
                Refuse(message is not null, $"the interchange ends at {segment.Place} before its message ended with {_tail}");
                Refuse(interchange is null, $"{segment.Place} ends an interchange that never began");
                Refuse(!isX12 && _group is not null, $"the interchange ends at {segment.Place} before its group ended with {_groupTail}");
                Count(messages, _firstOfInterchange, segment, isX12 || _groups > 0 ? _groups : messages.Count - _firstOfInterchange, isX12 || _groups > 0 ? "groups" : "messages");
                interchange = null;
            }
            else if (segment.Tag == _head)
            {
                Refuse(message is not null, $"a new message begins at {segment.Place} before the last one ended with {_tail}");
                Refuse(interchange is null, $"a message begins at {segment.Place} outside of an interchange ({_begin})");
                message = [segment];
            }
            else if (segment.Tag == _tail)
            {
                Refuse(message is null, $"{segment.Place} ends a message that never began");
                message!.Add(segment);
                messages.Add(Message(message));
                message = null;
            }
            else if (segment.Tag == _groupHead)
            {
                Refuse(message is not null, $"a group begins at {segment.Place} before the last message ended with {_tail}");
                Refuse(!isX12 && _group is not null, $"a new group begins at {segment.Place} before the last one ended with {_groupTail}");
                (_group, _groups, _firstOfGroup) = (segment, _groups + 1, messages.Count);
            }
            else if (segment.Tag == _groupTail)
            {
                Refuse(message is not null, $"the group ends at {segment.Place} before its message ended with {_tail}");
                Refuse(!isX12 && _group is null, $"{segment.Place} ends a group that never began");
                Count(messages, _firstOfGroup, segment, messages.Count - _firstOfGroup, "messages");
                Match(messages, segment);
                _group = isX12 ? _group : null;
            }
            else
            {
                message?.Add(segment);
            }
        }

        Refuse(message is not null, $"it breaks off after segment {segments.Count}: the message was not ended with {_tail}");
        Refuse(interchange is not null, $"it breaks off after segment {segments.Count}: the interchange was not ended with {_end}");
        Refuse(messages.Count == 0, "it holds no message");
        return messages;
    }

    private static string Reference(EdiSegment segment, int element) => segment.At(element) ?? string.Empty;

    private static string Party(EdiSegment segment, int edifact) => segment.Tag == "ISA" ? segment.At(edifact == 2 ? 6 : 8) ?? string.Empty : segment.At(edifact) ?? string.Empty;

    private string? Control(EdiSegment segment) => isX12 ? segment.At(13) : segment.At(5);

    private EdiMessage Message(List<EdiSegment> message)
    {
        var (head, tail) = (message[0], message[^1]);
        var doubts = new List<string>();
        if (!int.TryParse(tail.At(1), NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said != message.Count)
        {
            doubts.Add($"{tail.Place} counts {tail.At(1) ?? "no"} segments, the message has {message.Count}; ask the sender whether something is missing");
        }

        var (opened, closed) = (Reference(head, isX12 ? 2 : 1), Reference(tail, 2));
        if (closed.Length > 0 && opened != closed)
        {
            doubts.Add($"{tail.Place} ends message {closed}, but {opened} is open");
        }

        Repeated(head, opened, message, doubts);
        if (isX12)
        {
            return new EdiMessage(head.At(1) ?? string.Empty, _group?.At(8) ?? string.Empty, message, doubts);
        }

        return new EdiMessage(head.At(2) ?? string.Empty, string.Join('.', new[] { head.At(2, 2), head.At(2, 3) }.OfType<string>()), message, doubts);
    }

    /// <summary>A message whose number came before in the same group, or in one of the same number: the same message a second time, or another one that was given the same number.</summary>
    private void Repeated(EdiSegment head, string number, List<EdiSegment> message, List<string> doubts)
    {
        var said = string.Join('\n', message.Select(s => s.Tag + string.Join('\t', s.Elements.Select(e => string.Join('\r', e)))));
        if (number.Length > 0 && !_messages.TryAdd($"{_group?.At(isX12 ? 6 : 5)}/{head.At(isX12 ? 1 : 2)}/{number}", said))
        {
            Refuse(_messages[$"{_group?.At(isX12 ? 6 : 5)}/{head.At(isX12 ? 1 : 2)}/{number}"] == said, $"the message with number {number} stands in it twice ({head.Place}), so orders could be booked twice");
            doubts.Add($"{head.Place} has number {number}, as another message had before; ask the sender which one counts");
        }
    }

    /// <summary>Doubts the messages of an envelope that counts more or fewer than came: one may have been lost on the way.</summary>
    private static void Count(List<EdiMessage> messages, int first, EdiSegment end, int came, string what)
        => Doubt(messages, first, int.TryParse(end.At(1), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said == came
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{end.Place} counts {end.At(1) ?? "no"} {what}, {came} came; ask the sender whether something is missing"));

    /// <summary>Doubts the messages of a group whose end names another one.</summary>
    private void Match(List<EdiMessage> messages, EdiSegment end)
    {
        var opened = _group?.At(isX12 ? 6 : 5);
        Doubt(messages, _firstOfGroup, opened == end.At(2) ? null : $"{end.Place} ends group {end.At(2) ?? "without a reference"}, but {opened ?? "one without a reference"} is open");
    }

    private static void Doubt(List<EdiMessage> messages, int first, string? doubt)
    {
        for (var i = first; doubt is not null && i < messages.Count; i++)
        {
            messages[i] = messages[i] with { Doubts = [.. messages[i].Doubts, doubt] };
        }
    }

    private void Refuse(bool broken, string why)
    {
        if (broken)
        {
            throw new CopilotException($"\"{file}\" can't be read: {why}. Ask the sender for it again.");
        }
    }
}
