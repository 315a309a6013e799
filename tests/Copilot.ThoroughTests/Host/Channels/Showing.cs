namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A question on its way through a channel, as somebody in front of it sees it.</summary>
public abstract class Showing : IAsyncDisposable
{
    /// <summary>Waits until something is there to see while the turn still runs.</summary>
    /// <returns>What is there.</returns>
    public abstract Task<string> FirstSignAsync();

    /// <summary>Stops the turn as a person does in this channel.</summary>
    public abstract Task StopAsync();

    /// <summary>Waits for the end.</summary>
    public abstract Task<ShownTurn> EndAsync();

    /// <summary>Presses the thumb that points down under the answer, as a person does in this channel, and says why. The turn has ended.</summary>
    public abstract Task DislikeAsync(string comment);

    /// <summary>Hands the conversation over to a person, as is done in this channel. The turn has ended.</summary>
    /// <returns>What is seen then: the proposal, or why there is none.</returns>
    public abstract Task<string> HandOverAsync(string person, string note);

    public abstract ValueTask DisposeAsync();
}
