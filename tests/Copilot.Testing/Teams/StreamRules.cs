using System.Text.Json.Nodes;

namespace Copilot.Testing.Teams;

/// <summary>The rules of streams, checked piece by piece as Teams does.</summary>
public sealed class StreamRules
{
    private readonly Dictionary<string, (int Sequence, string Text, bool Done)> _streams = [];
    private int _next;

    /// <summary>Takes a piece.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="personal">Whether it is a chat of two.</param>
    /// <param name="id">The stream it belongs to, or begins.</param>
    /// <returns>What is wrong, or null.</returns>
    public string? Take(JsonObject activity, bool personal, out string id)
    {
        id = "s-" + (_next + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var info = activity["entities"]!.AsArray().First(e => (string?)e!["type"] == "streaminfo")!.AsObject();
        var (kind, stream, sequence, text) = ((string?)info["streamType"], (string?)info["streamId"], (int?)info["streamSequence"], (string?)activity["text"] ?? string.Empty);
        if (!personal)
        {
            return "a stream where others read along";
        }

        if (text.Length == 0)
        {
            return "Start streaming activities should include text";
        }

        if (stream is null)
        {
            _next++;
            _streams[id] = (1, string.Empty, false);
            return sequence == 1 && kind is "informative" or "streaming" && (string?)activity["type"] == "typing" ? null : "a stream that begins in the middle";
        }

        id = stream;
        if (!_streams.TryGetValue(stream, out var known) || (string?)activity["id"] != stream)
        {
            return "a stream that never began";
        }

        if (known.Done)
        {
            return "already completed streamed message";
        }

        if (kind == "final")
        {
            _streams[stream] = known with { Done = true };
            return sequence is null && (string?)activity["type"] == "message" ? null : "a last piece with a number, or one that is no message";
        }

        if (sequence != known.Sequence + 1 || (string?)activity["type"] != "typing" || activity["attachments"] is not null)
        {
            return "a piece out of order";
        }

        if (kind == "streaming" && !text.StartsWith(known.Text, StringComparison.Ordinal))
        {
            return "a piece that does not go on from the one before";
        }

        _streams[stream] = (sequence.Value, kind == "streaming" ? text : known.Text, false);
        return null;
    }
}
