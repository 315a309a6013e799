using System.Runtime.CompilerServices;
using Copilot.Models.Chat.Access;
using Copilot.Models.Chat.Wire;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat;

/// <summary>Asks a chat model once and reads its answer within the time limits.</summary>
/// <param name="traits">What holds for the model.</param>
/// <param name="wire">How it is spoken to.</param>
/// <param name="connection">The connection.</param>
/// <param name="time">The clock.</param>
internal sealed class ChatAsker(ChatTraits traits, IChatWire wire, ChatConnection connection, TimeProvider time)
{
    // A token of the longest answer as JSON, and as much again for what servers write around each.
    private const long BytesPerToken = 1024;
    private const long Spare = 4L * 1024 * 1024;

    private readonly long _most = Spare + (traits.Chat.MaxOutputTokens * BytesPerToken);

    /// <summary>Asks.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Tools and wishes.</param>
    /// <param name="isStream">Whether the answer is to come piece by piece.</param>
    /// <param name="tally">Counts what comes.</param>
    /// <param name="cancellationToken">The caller leaves.</param>
    /// <returns>The answer; the last update has the reason of its end and the tokens.</returns>
    /// <exception cref="EndpointException">There is no whole answer.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> AskAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream, TokenTally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = isStream || traits.Model.Timeout < traits.FirstTokenTimeout ? traits.FirstTokenTimeout : traits.Model.Timeout;
        using var clock = new AnswerClock(first, traits.Chat.IdleTimeout, time, cancellationToken);
        using var response = await GuardedAsync(() => connection.SendAsync(wire.Address, wire.Write(messages, options, isStream), clock.Token), clock, messages);
        await using var stream = await GuardedAsync(() => response.Content.ReadAsStreamAsync(clock.Token), clock, messages);
        var frames = new AnswerFrames(stream, _most, traits.Model.ApiKey);
        var reading = wire.Read(messages);
        List<AIContent> contents = [];
        while (await MoveAsync(frames, reading, contents, clock, messages))
        {
            if (contents.Count > 0)
            {
                clock.Pause();
                yield return Update(reading, contents, tally);
                contents = [];
            }

            Limit(clock, reading);
        }

        End(reading, contents);
        if (contents.Count > 0)
        {
            yield return Update(reading, contents, tally);
        }

        var last = Update(reading, [], tally);
        last.FinishReason = reading.Finish;
        last.Contents.Add(new UsageContent(tally.Complete(reading.Usage)));
        yield return last;
    }

    private static void Limit(AnswerClock clock, IAnswerReading reading)
    {
        if (reading.IsOver)
        {
            clock.Over();
        }
        else if (reading.BroughtAnswer)
        {
            clock.Heard();
        }
    }

    private static async Task<bool> MoveAsync(AnswerFrames frames, IAnswerReading reading, List<AIContent> contents, AnswerClock clock, IReadOnlyList<ChatMessage> messages)
    {
        try
        {
            if (await GuardedAsync(() => frames.NextAsync(clock.Token).AsTask(), clock, messages) is not { } chunk)
            {
                return false;
            }

            reading.Take(chunk, contents);
            return true;
        }
        catch (EndpointException late) when (reading.IsOver && late.Fault is (EndpointFault.TimedOut or EndpointFault.Unreachable or EndpointFault.Truncated))
        {
            // The answer is whole; what is missing are counts and a farewell.
            return false;
        }
        catch (EndpointException fault)
        {
            throw PromptEcho.Without(fault, messages);
        }
        catch (InvalidOperationException unreadable)
        {
            // Names and numbers that the JSON reader lets pass and then can't give.
            throw new EndpointException(EndpointFault.WrongAnswer, "a piece with unreadable text", unreadable);
        }
    }

    private static void End(IAnswerReading reading, List<AIContent> contents)
    {
        contents.Clear();
        reading.End(contents);
    }

    private ChatResponseUpdate Update(IAnswerReading reading, List<AIContent> contents, TokenTally tally)
    {
        foreach (var content in contents)
        {
            tally.Add(content);
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents) { ResponseId = reading.ResponseId, MessageId = reading.ResponseId, ModelId = reading.ModelId ?? traits.Model.Model };
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> action, AnswerClock clock, IReadOnlyList<ChatMessage> messages)
    {
        try
        {
            return await action();
        }
        catch (OperationCanceledException late) when (clock.HasRung)
        {
            throw clock.Fault(late);
        }
        catch (OperationCanceledException unconnected) when (!clock.Token.IsCancellationRequested)
        {
            throw new EndpointException(EndpointFault.Unreachable, "no connection in time", unconnected);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new EndpointException(EndpointFault.Unreachable, (broken as HttpRequestException)?.HttpRequestError.ToString() ?? (broken as HttpIOException)?.HttpRequestError.ToString() ?? "the connection broke", broken);
        }
        catch (EndpointException fault)
        {
            throw PromptEcho.Without(fault, messages);
        }
    }
}
