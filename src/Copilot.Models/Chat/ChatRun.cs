using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat;

/// <summary>One answer under way, with the place it takes among those that run at the same time.</summary>
/// <param name="updates">The answer.</param>
/// <param name="tally">What it used so far.</param>
/// <param name="places">Where its place is given back.</param>
internal sealed class ChatRun(IAsyncEnumerator<ChatResponseUpdate> updates, TokenTally tally, SemaphoreSlim places) : IAsyncDisposable
{
    /// <summary>Gets the update to give out; null at the end and after a fault.</summary>
    public ChatResponseUpdate? Current { get; private set; }

    /// <summary>Gets what broke it off; null when nothing did.</summary>
    public EndpointException? Fault { get; private set; }

    /// <summary>Gets what it used so far.</summary>
    public TokenTally Tally => tally;

    /// <summary>Reads the first update; a fault is thrown, since everything can still be begun anew.</summary>
    public async Task StartAsync() => Current = await updates.MoveNextAsync() ? updates.Current : null;

    /// <summary>Reads the next update; a fault ends the answer and is kept.</summary>
    public async Task MoveAsync()
    {
        try
        {
            Current = await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (EndpointException fault)
        {
            (Current, Fault) = (null, fault);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await updates.DisposeAsync();
        }
        finally
        {
            places.Release();
        }
    }
}
