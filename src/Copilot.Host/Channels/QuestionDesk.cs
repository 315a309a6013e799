using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Identity;
using Copilot.Host.Start;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels;

/// <summary>Where every channel brings its questions: one way in, one set of refusals, and always an end.</summary>
internal sealed class QuestionDesk(
    ITurnRunner runner, ConversationStore conversations, KnowledgeIntake intake, QuestionPace pace, Readiness readiness, Faults faults, TimeProvider time)
{
    /// <summary>Takes a question in, or says why not.</summary>
    /// <param name="ask">What was sent. Untrusted.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn to run, or the problem.</returns>
    public async Task<Accepted> AcceptAsync(AskRequest? ask, Caller caller, string channel, CancellationToken cancellationToken)
    {
        caller = caller with { Language = CallerLanguage.Read(ask?.Language) ?? caller.Language };

        // A part that is down later does not close the desk: the turn itself says what it could not look up.
        if (!readiness.HasStarted)
        {
            return new Accepted(null, Problems.NotReady);
        }

        if (ask is null)
        {
            return new Accepted(null, Problems.BadBody);
        }

        if (QuestionShape.Fault(ask, caller.Language) is { } fault)
        {
            return new Accepted(null, Problems.BadQuestion(fault));
        }

        if (ask.ConversationId is { } id && await conversations.FindAsync(caller, id, cancellationToken) is null)
        {
            return new Accepted(null, Problems.NoConversation);
        }

        foreach (var attachment in ask.Attachments ?? [])
        {
            if (attachment is null || (await intake.FindUploadAsync(caller, attachment, cancellationToken)).Count == 0)
            {
                return new Accepted(null, Problems.NoAttachment);
            }
        }

        if (!pace.Allows(caller))
        {
            return new Accepted(null, Problems.TooMany);
        }

        var turn = new TurnRequest
        {
            TurnId = NewId(),
            ConversationId = ask.ConversationId ?? NewId(),
            Question = ask.Question!,
            Caller = caller,
            Channel = channel,
            Focus = ask.Focus,
            Attachments = [.. (ask.Attachments ?? []).Distinct(StringComparer.Ordinal)],
        };
        return new Accepted(turn, null);
    }

    /// <summary>Runs an accepted turn. The last update is a <see cref="TurnFinished"/>, whatever happens; only a caller who leaves gets none.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>What happens, as it happens.</returns>
    public async IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        await using var updates = runner.RunAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var update = await NextAsync(updates, request, started, cancellationToken);
            yield return update;
            if (update is TurnFinished)
            {
                yield break;
            }
        }
    }

    private async Task<TurnUpdate> NextAsync(
        IAsyncEnumerator<TurnUpdate> updates, TurnRequest request, DateTimeOffset started, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync()
                ? updates.Current
                : throw new InvalidOperationException("A turn ended without its last update.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (CopilotException trouble)
        {
            return Failed(request, started, Phrases.In(request.Caller.Language, trouble.Message));
        }
        catch (Exception exception)
        {
            return Failed(request, started, Phrases.In(request.Caller.Language, "I could not answer this: something went wrong on our side (id {0}).", faults.Note(exception)));
        }
    }

    private TurnFinished Failed(TurnRequest request, DateTimeOffset started, string text) => new(new Turn
    {
        TurnId = request.TurnId,
        ConversationId = request.ConversationId,
        Question = request.Question,
        Answer = text,
        Outcome = TurnOutcome.Failed,
        Planner = PlannerKind.Rules,
        Grounding = new GroundingReport(false, []),
        StartedAt = started,
        DurationMs = (long)(time.GetUtcNow() - started).TotalMilliseconds,
    });

    // Time-ordered, so that rows of one conversation lie together and sort as they were asked.
    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
