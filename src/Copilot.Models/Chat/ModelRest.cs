using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat;

/// <summary>
/// Lets a model rest that fails again and again, so that turns go to the next one at once and the failing server is not asked more than it can bear. After the rest
/// one request tries it; it answers or rests longer. Faults that asking again cannot repair let it rest at once.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ModelRest(TimeProvider time)
{
    private const int MostFailures = 3;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private int _failures;
    private int _rests;
    private bool _isTrying;
    private DateTimeOffset? _until;

    /// <summary>Gets a value indicating whether it may be asked now.</summary>
    public bool IsAvailable
    {
        get
        {
            lock (_lock)
            {
                return _until is not { } until || (until <= time.GetUtcNow() && !_isTrying);
            }
        }
    }

    /// <summary>Gets until when it rests; null when it doesn't, or when it may be tried again.</summary>
    public DateTimeOffset? Until
    {
        get
        {
            lock (_lock)
            {
                return _until > time.GetUtcNow() ? _until : null;
            }
        }
    }

    /// <summary>Asks to be let in.</summary>
    /// <param name="isTrial">Whether this is the one request that tries a model after its rest; it must end with <see cref="Answered"/>, <see cref="Failed"/> or <see cref="Left"/>.</param>
    /// <returns>False while it rests.</returns>
    public bool TryEnter(out bool isTrial)
    {
        lock (_lock)
        {
            isTrial = false;
            if (_until is not { } until)
            {
                return true;
            }

            if (until > time.GetUtcNow() || _isTrying)
            {
                return false;
            }

            isTrial = _isTrying = true;
            return true;
        }
    }

    /// <summary>Notes an answer.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            (_failures, _rests, _isTrying, _until) = (0, 0, false, null);
        }
    }

    /// <summary>Notes that the caller left before anything was known.</summary>
    /// <param name="wasTrial">Whether it was the trial.</param>
    public void Left(bool wasTrial)
    {
        lock (_lock)
        {
            _isTrying &= !wasTrial;
        }
    }

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="wasTrial">Whether it was the trial.</param>
    /// <returns>How long it rests from now on; null when it doesn't.</returns>
    public TimeSpan? Failed(EndpointException fault, bool wasTrial)
    {
        if (IsAnswer(fault.Fault))
        {
            Answered();
            return null;
        }

        lock (_lock)
        {
            _isTrying &= !wasTrial;
            _failures++;
            if (AtOnce(fault) is not { } rest)
            {
                if (_failures < MostFailures && !wasTrial)
                {
                    return null;
                }

                rest = TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(_rests, 10)));
            }

            // Those who were under way when it failed tell the same news again.
            var until = time.GetUtcNow() + rest;
            if (_until > time.GetUtcNow() && !wasTrial)
            {
                _until = until > _until ? until : _until;
                return null;
            }

            (_until, _rests) = (until, _rests + 1);
            return rest;
        }
    }

    // These say nothing about the model's health.
    private static bool IsAnswer(EndpointFault fault)
        => fault is EndpointFault.ContentFiltered or EndpointFault.TooLong or EndpointFault.TooMany or EndpointFault.Rejected or EndpointFault.AnswerTooLong or EndpointFault.FixedDimension or EndpointFault.NotANumber;

    private static TimeSpan? AtOnce(EndpointException fault) => fault.Fault switch
    {
        EndpointFault.NoQuota => Longest,
        EndpointFault.KeyRefused or EndpointFault.Forbidden or EndpointFault.NoSuchModel or EndpointFault.NoSuchPath or EndpointFault.NotTheApi => AfterRefusal,
        EndpointFault.Busy when fault.Wait is { } wait && wait > SteadyChatClient.LongestPause => wait < LongestAsked ? wait : LongestAsked,
        _ => null,
    };
}
