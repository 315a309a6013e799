using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Copilot.Contracts;
using Copilot.Conversation.Composing;

namespace Copilot.Conversation.Streaming;

/// <summary>
/// Shows the checked parts of an answer while the rest is being written: first the trail, then the sources, then the text. Parts that become ready while an
/// entry is being written go together into the next.
/// </summary>
internal sealed class AnswerRelease : IAsyncDisposable
{
    private readonly Channel<Piece> _pieces = Channel.CreateUnbounded<Piece>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stop;
    private readonly RunningTurn _turn;
    private readonly IAuditTrail _audit;
    private readonly TimeProvider _time;
    private readonly Task _pump;

    /// <summary>Starts showing.</summary>
    public AnswerRelease(RunningTurn turn, IAuditTrail audit, TimeProvider time, CancellationToken cancellationToken)
    {
        _turn = turn;
        _audit = audit;
        _time = time;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pump = PumpAsync(_stop.Token);
    }

    /// <summary>Gets how many parts were handed over to be shown.</summary>
    public int Count { get; private set; }

    /// <summary>Hands over a part with the sources that were not cited before.</summary>
    public void Add(string text, IReadOnlyList<(string Mark, Evidence Evidence)> sources)
    {
        Count++;
        _pieces.Writer.TryWrite(new Piece(text, sources));
    }

    /// <summary>Waits until everything handed over was shown.</summary>
    /// <exception cref="Exception">The trail could not be written; what it does not hold was not shown.</exception>
    public async Task CompleteAsync()
    {
        _pieces.Writer.TryComplete();
        await _pump;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _pieces.Writer.TryComplete();
        await _stop.CancelAsync();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var sources = new List<(string Mark, Evidence Evidence)>();
        while (await _pieces.Reader.WaitToReadAsync(cancellationToken))
        {
            text.Clear();
            sources.Clear();
            while (_pieces.Reader.TryRead(out var piece))
            {
                text.Append(piece.Text);
                sources.AddRange(piece.Sources);
            }

            cancellationToken.ThrowIfCancellationRequested();
            await _audit.AppendAsync(Entry(text.ToString(), sources), cancellationToken);
            _turn.Released.Add(text.ToString(), sources);
            foreach (var (mark, evidence) in sources)
            {
                _turn.Updates.TryWrite(new SourceUpdate(AnswerWriter.SourceOf(mark, evidence)));
            }

            _turn.Updates.TryWrite(new TokenUpdate(text.ToString()));
        }
    }

    private AuditEntry Entry(string text, List<(string Mark, Evidence Evidence)> sources) => new()
    {
        Tenant = _turn.Request.Caller.Tenant,
        Kind = AuditEntryKind.AnswerReleased,
        TurnId = _turn.Request.TurnId,
        ConversationId = _turn.Request.ConversationId,
        CallerId = _turn.Request.Caller.Id,
        At = _time.GetUtcNow(),
        Content = new JsonObject
        {
            ["text"] = text,
            ["sources"] = new JsonArray([.. sources.Select(s => (JsonNode)new JsonObject { ["mark"] = s.Mark, ["evidence"] = s.Evidence.Id, ["title"] = s.Evidence.Title, ["version"] = s.Evidence.Version })]),
        },
    };

    private sealed record Piece(string Text, IReadOnlyList<(string Mark, Evidence Evidence)> Sources);
}
