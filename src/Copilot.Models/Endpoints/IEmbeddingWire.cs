namespace Copilot.Models.Endpoints;

/// <summary>How one kind of server is asked for vectors.</summary>
internal interface IEmbeddingWire
{
    /// <summary>Asks for vectors.</summary>
    /// <param name="texts">The texts, prefixes included; few enough for a request.</param>
    /// <param name="lane">How patiently.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A vector of length 1 (or of zeros) for each text, in order.</returns>
    /// <exception cref="EndpointException">The server refuses or answers something else.</exception>
    Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EndpointLane lane, CancellationToken cancellationToken);
}
