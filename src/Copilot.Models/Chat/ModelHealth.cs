using Copilot.Contracts;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat;

/// <summary>How one model is doing, from what happened to those who asked it. Nothing is asked of the endpoint for this.</summary>
/// <param name="time">The clock.</param>
internal sealed class ModelHealth(TimeProvider time)
{
    private readonly ModelRest _rest = new(time);
    private readonly Lock _lock = new();
    private long _answers;
    private long _faults;
    private long _inputTokens;
    private long _outputTokens;
    private int _running;
    private ChatModelFault? _lastFault;
    private DateTimeOffset? _lastFaultAt;
    private DateTimeOffset? _lastAnswerAt;

    /// <summary>Gets a value indicating whether it may be asked now.</summary>
    public bool IsAvailable => _rest.IsAvailable;

    /// <summary>Gets until when it rests.</summary>
    public DateTimeOffset? RestsUntil => _rest.Until;

    /// <summary>Begins a visit.</summary>
    /// <returns>The visit; null while the model rests.</returns>
    public ModelVisit? Enter()
    {
        if (!_rest.TryEnter(out var isTrial))
        {
            return null;
        }

        Interlocked.Increment(ref _running);
        return new ModelVisit(this, isTrial);
    }

    /// <summary>Fills in the state.</summary>
    /// <param name="state">The state, with what does not change.</param>
    public ChatModelState Of(ChatModelState state)
    {
        lock (_lock)
        {
            return state with
            {
                IsAvailable = IsAvailable,
                RestsUntil = RestsUntil,
                Running = Volatile.Read(ref _running),
                Answers = _answers,
                Faults = _faults,
                InputTokens = _inputTokens,
                OutputTokens = _outputTokens,
                LastFault = _lastFault,
                LastFaultAt = _lastFaultAt,
                LastAnswerAt = _lastAnswerAt,
            };
        }
    }

    /// <summary>Notes an answer.</summary>
    internal void Answered()
    {
        _rest.Answered();
        lock (_lock)
        {
            _answers++;
            _lastAnswerAt = time.GetUtcNow();
        }
    }

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="wasTrial">Whether it was the trial after a rest.</param>
    /// <returns>How long it rests now; null when it doesn't.</returns>
    internal TimeSpan? Failed(EndpointException fault, bool wasTrial)
    {
        lock (_lock)
        {
            _faults++;
            (_lastFault, _lastFaultAt) = (ChatFaults.Kind(fault.Fault), time.GetUtcNow());
        }

        return _rest.Failed(fault, wasTrial);
    }

    /// <summary>Notes tokens.</summary>
    /// <param name="input">Sent.</param>
    /// <param name="output">Received.</param>
    internal void Used(long input, long output)
    {
        lock (_lock)
        {
            _inputTokens += input;
            _outputTokens += output;
        }
    }

    /// <summary>Ends a visit.</summary>
    /// <param name="wasTrial">Whether it was the trial after a rest.</param>
    /// <param name="isKnown">Whether it ended with an answer or a fault.</param>
    internal void Leave(bool wasTrial, bool isKnown)
    {
        Interlocked.Decrement(ref _running);
        if (!isKnown)
        {
            _rest.Left(wasTrial);
        }
    }
}
