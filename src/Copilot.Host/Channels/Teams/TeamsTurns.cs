using System.Text;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams;

/// <summary>Runs one question from Teams and shows it there from its first step to its end.</summary>
internal sealed class TeamsTurns(
    QuestionDesk desk, TeamsThreadStore threads, Connector connector, AnswerMessage messages, ProposalMessages proposals, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const string Channel = "teams";

    // Most answers without a model are there sooner; a stream begun for them would only flicker.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>Asks and shows the answer.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="question">The question, without mentions.</param>
    /// <param name="attachments">The documents that came with it.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>A task.</returns>
    public async Task RunAsync(TeamsActivity activity, Caller caller, string question, IReadOnlyList<string> attachments, CancellationToken cancellationToken)
    {
        var place = TeamsPlace.Of(activity);
        var accepted = await AcceptAsync(place, caller, new AskRequest { Question = question, Attachments = attachments }, cancellationToken);
        if (accepted.Turn is not { } request)
        {
            await connector.SendAsync(place, AnswerMessage.Plain(accepted.Problem!.In(caller.Language).Detail), cancellationToken);
            return;
        }

        var stream = new AnswerStream(connector, place, time);
        try
        {
            if (await ShowAsync(request, stream, cancellationToken) is { } turn)
            {
                await FinishAsync(turn, activity, caller, stream, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (stream.HasBegun)
        {
            // What was begun is closed, or it would be shown as being written for two minutes.
            using var limit = new CancellationTokenSource(TeamsDesk.Farewell, time);
            await stream.FinishAsync(AnswerMessage.Plain(lifetime.ApplicationStopping.IsCancellationRequested ? Phrases.In(caller.Language, TeamsPhrases.Restarting) : Phrases.In(caller.Language, TeamsPhrases.Stopped)), limit.Token);
        }
    }

    private async Task<Accepted> AcceptAsync(TeamsPlace place, Caller caller, AskRequest ask, CancellationToken cancellationToken)
    {
        var known = await threads.ConversationAsync(place.ConversationId, caller, cancellationToken);
        var accepted = await desk.AcceptAsync(ask with { ConversationId = known }, caller, Channel, cancellationToken);
        if (known is not null && accepted.Problem == Problems.NoConversation)
        {
            // Deleted elsewhere by its owner: a new one begins.
            accepted = await desk.AcceptAsync(ask, caller, Channel, cancellationToken);
        }

        if (accepted.Turn is { } turn && turn.ConversationId != known)
        {
            await threads.GoOnAsync(place.ConversationId, caller, turn.ConversationId, cancellationToken);
        }

        return accepted;
    }

    /// <summary>Shows the turn while it runs.</summary>
    /// <returns>The turn, or null when the person stopped it.</returns>
    private async Task<Turn?> ShowAsync(TurnRequest request, AnswerStream stream, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sofar = new SoFar(Phrases.In(request.Caller.Language, "Looking into it…"));
        var reading = ReadAsync(request, sofar, stop.Token);
        try
        {
            await Task.WhenAny(reading, Task.Delay(Patience, time, stop.Token));
            var shown = string.Empty;
            while (!reading.IsCompleted && !stream.Stopped)
            {
                var (text, isAnswer) = sofar.Now();
                if (text != shown)
                {
                    await stream.ShowAsync(shown = text, isAnswer, cancellationToken);
                }

                await Task.WhenAny(reading, Task.Delay(AnswerStream.Pace, time, stop.Token));
            }

            if (stream.Stopped)
            {
                await stop.CancelAsync();
            }

            return await reading;
        }
        catch (OperationCanceledException) when (stream.Stopped)
        {
            return null;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<Turn?> ReadAsync(TurnRequest request, SoFar sofar, CancellationToken cancellationToken)
    {
        await foreach (var update in desk.RunAsync(request, cancellationToken))
        {
            switch (update)
            {
                case StatusUpdate status:
                    sofar.Doing(status.Text);
                    break;
                case TokenUpdate token:
                    sofar.Saying(token.Text);
                    break;
                case TurnFinished finished:
                    return finished.Turn;
                default:
                    break;
            }
        }

        return null;
    }

    private async Task FinishAsync(Turn turn, TeamsActivity activity, Caller caller, AnswerStream stream, CancellationToken cancellationToken)
    {
        var place = TeamsPlace.Of(activity);
        var culture = CardFigures.Culture(activity.Locale);
        var written = messages.Of(turn, place.IsPersonal, culture, defined: !activity.IsTeams);
        var first = await stream.FinishAsync(written[0], cancellationToken);
        if (stream.Stopped)
        {
            return;
        }

        await NoteAsync(place, first, turn, cancellationToken);
        foreach (var message in written.Skip(1))
        {
            await NoteAsync(place, (await connector.SendAsync(place, message, cancellationToken)).Id, turn, cancellationToken);
        }

        foreach (var proposal in turn.Proposals)
        {
            await proposals.ShowAsync(activity, caller, proposal, cancellationToken);
        }
    }

    private async Task NoteAsync(TeamsPlace place, string? message, Turn turn, CancellationToken cancellationToken)
    {
        if (message is not null)
        {
            await threads.ShownAsync(place.ConversationId, message, turn.TurnId, cancellationToken);
        }
    }

    private sealed class SoFar(string doing)
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private string _doing = doing;

        public void Doing(string what)
        {
            lock (_lock)
            {
                _doing = what;
            }
        }

        public void Saying(string piece)
        {
            lock (_lock)
            {
                _text.Append(piece);
            }
        }

        /// <summary>Gets what to show now. Of an answer longer than one message its first part is shown.</summary>
        public (string Text, bool IsAnswer) Now()
        {
            lock (_lock)
            {
                var text = MarkedText.Beginning(_text.ToString());
                return string.IsNullOrWhiteSpace(text) ? (_doing, false) : (MessageParts.Of(text)[0], true);
            }
        }
    }
}
