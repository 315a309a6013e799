using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat;

/// <summary>One request to a model, from the door to the end, retries included.</summary>
/// <param name="health">The model's health.</param>
/// <param name="isTrial">Whether it tries the model after a rest.</param>
internal sealed class ModelVisit(ModelHealth health, bool isTrial) : IDisposable
{
    private bool _isKnown;

    /// <summary>Counts the tokens of an update, where it tells them.</summary>
    /// <param name="update">The update.</param>
    public void Count(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
            {
                health.Used(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            }
        }
    }

    /// <summary>Notes that it ended with an answer.</summary>
    public void Answered()
    {
        _isKnown = true;
        health.Answered();
    }

    /// <summary>Notes that it ended with a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>How long the model rests now; null when it doesn't.</returns>
    public TimeSpan? Failed(EndpointException fault)
    {
        _isKnown = true;
        return health.Failed(fault, isTrial);
    }

    /// <inheritdoc/>
    public void Dispose() => health.Leave(isTrial, _isKnown);
}
