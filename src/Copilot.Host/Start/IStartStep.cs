namespace Copilot.Host.Start;

/// <summary>Something that must be done before questions can be answered. Steps run in the order they are registered.</summary>
internal interface IStartStep
{
    /// <summary>Gets the part whose state this is, one word for <c>/readyz</c>.</summary>
    string Part { get; }

    /// <summary>Does it. An exception stops the start; trouble that may pass is a state.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The state.</returns>
    Task<PartState> RunAsync(CancellationToken cancellationToken);
}
