using System.Text.Json.Nodes;

namespace Copilot.Host.Channels.Teams.Answers;

/// <summary>
/// One answer as it comes into being, within what Teams allows: only in personal chats, at most one request a second, at most two minutes, each piece
/// the whole text so far. Where streaming is not possible the answer comes as a plain message, and after two minutes it takes the place of what was shown.
/// </summary>
/// <param name="connector">The line to the channel.</param>
/// <param name="place">Where the answer goes.</param>
/// <param name="time">The clock.</param>
internal sealed class AnswerStream(Connector connector, TeamsPlace place, TimeProvider time)
{
    /// <summary>The pause between two requests. Teams takes one a second; a little more bears clocks that differ.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1100);

    /// <summary>How long a stream goes on; Teams ends it after two minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(110);

    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(4);

    private const int LongestStatus = 1000;
    private const string TooLarge = "_The tables of this answer are too large for Teams; they are in the web chat._";
    private const string StillWorking = "I am still working on this. The answer will appear here.";

    private string? _id;
    private int _sequence;
    private bool _off;
    private bool _closed;
    private DateTimeOffset _startedAt;
    private DateTimeOffset _sentAt = DateTimeOffset.MinValue;

    /// <summary>Gets a value indicating whether the person pressed Stop: then nothing more is sent.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Gets a value indicating whether the person sees an answer being written.</summary>
    public bool HasBegun => _id is not null && !Stopped;

    /// <summary>Shows what there is by now.</summary>
    /// <param name="text">What is being done, or the text so far; not empty.</param>
    /// <param name="isAnswer">Whether it is text of the answer.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task ShowAsync(string text, bool isAnswer, CancellationToken cancellationToken)
    {
        if (!place.IsPersonal)
        {
            if (time.GetUtcNow() - _sentAt >= TypingLasts)
            {
                await connector.StreamAsync(place, new JsonObject { ["type"] = "typing" }, cancellationToken);
                _sentAt = time.GetUtcNow();
            }

            return;
        }

        if (_off || _closed || Stopped)
        {
            return;
        }

        await PaceAsync(cancellationToken);
        if (_id is not null && time.GetUtcNow() - _startedAt >= Longest)
        {
            // Closed by us while that is possible: a stream that Teams cuts off looks like a fault.
            _closed = true;
            await SendAsync("message", (isAnswer ? text + "\n\n" : string.Empty) + StillWorking, "final", cancellationToken);
            return;
        }

        var shown = isAnswer || text.Length <= LongestStatus ? text : text[..LongestStatus];
        var reply = await SendAsync("typing", shown, isAnswer ? "streaming" : "informative", cancellationToken);
        Stopped = reply.Stopped;
        _closed |= reply.TooLate;

        // A start that failed, or one that gave no id to go on with: no stream. A later piece that failed is made good by the next.
        _off |= !Stopped && !_closed && (_id is null || reply.Status == StatusCodes.Status403Forbidden);
    }

    /// <summary>Shows the whole answer.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The id of the message people now see, or null when the channel names none or the person stopped it.</returns>
    public async Task<string?> FinishAsync(JsonObject message, CancellationToken cancellationToken)
    {
        if (Stopped)
        {
            return null;
        }

        await PaceAsync(cancellationToken);
        if (_id is null)
        {
            return await PlainAsync(message, cancellationToken);
        }

        if (!_off && !_closed)
        {
            var whole = message.DeepClone().AsObject();
            whole["id"] = _id;
            if (whole["entities"] is not JsonArray entities)
            {
                whole["entities"] = entities = [];
            }

            // The last one has no number: with one, some clients take it for the start of another stream.
            entities.Insert(0, new JsonObject { ["type"] = "streaminfo", ["streamId"] = _id, ["streamType"] = "final" });
            var reply = await connector.SendAsync(place, whole, cancellationToken);
            if (reply.Taken)
            {
                return _id;
            }

            if (reply.Stopped)
            {
                Stopped = true;
                return null;
            }
        }

        var changed = await connector.ChangeAsync(place, _id, message.DeepClone().AsObject(), cancellationToken);
        return changed.Taken ? _id : await PlainAsync(message, cancellationToken);
    }

    private async Task<string?> PlainAsync(JsonObject message, CancellationToken cancellationToken)
    {
        var reply = await connector.SendAsync(place, message.DeepClone().AsObject(), cancellationToken);
        _sentAt = time.GetUtcNow();
        if (reply.TooLarge && message.ContainsKey("attachments"))
        {
            var bare = message.DeepClone().AsObject();
            bare.Remove("attachments");
            bare["text"] = $"{(string?)bare["text"]}\n\n{TooLarge}".Trim();
            reply = await connector.SendAsync(place, bare, cancellationToken);
        }

        return reply.Taken ? reply.Id : throw new TeamsDeliveryException(reply);
    }

    private async Task<ConnectorReply> SendAsync(string type, string text, string kind, CancellationToken cancellationToken)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = kind };
        var activity = new JsonObject { ["type"] = type, ["text"] = text, ["entities"] = new JsonArray(info) };
        if (_id is not null)
        {
            activity["id"] = _id;
            info["streamId"] = _id;
        }

        if (kind != "final")
        {
            info["streamSequence"] = ++_sequence;
        }

        var reply = await connector.StreamAsync(place, activity, cancellationToken);
        _sentAt = time.GetUtcNow();
        if (_id is null && reply.Taken)
        {
            _id = reply.Id;
            _startedAt = _sentAt;
        }

        return reply;
    }

    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        var wait = _sentAt + Pace - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
