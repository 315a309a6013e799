namespace Copilot.Contracts;

/// <summary>Orders passages by a model that reads question and passage together. Optional; implemented by the voices.</summary>
public interface IReranker
{
    /// <summary>Gets the model's name.</summary>
    string ModelId { get; }

    /// <summary>Scores passages.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A score for each passage, in order; larger is better.</returns>
    /// <exception cref="CopilotException">The endpoint refuses or does not answer.</exception>
    Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
