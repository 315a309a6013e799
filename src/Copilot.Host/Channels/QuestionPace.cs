using System.Threading.RateLimiting;
using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels;

/// <summary>How fast one caller may ask, over all channels together.</summary>
internal sealed class QuestionPace(CopilotSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        caller => RateLimitPartition.GetSlidingWindowLimiter(caller, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = settings.QuestionsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));

    /// <summary>Counts one question.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>False when it is one too many.</returns>
    public bool Allows(Caller caller)
    {
        using var lease = _limiter.AttemptAcquire(caller.Tenant + "/" + caller.Id);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
