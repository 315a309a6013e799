namespace Copilot.Contracts;

/// <summary>Matches a document against the business system with a person's own rights. Implemented by the room of the business system.</summary>
public interface IDocumentMatching
{
    /// <summary>Matches it.</summary>
    /// <param name="caller">Who asks; what the person may not see is not looked at.</param>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The match; null when the person may not read purchase orders.</returns>
    /// <exception cref="CopilotException">The business system refuses or does not answer.</exception>
    Task<DocumentMatch?> MatchAsync(Caller caller, ExtractedDocument document, CancellationToken cancellationToken);

    /// <summary>Matches it and says what to do about it.</summary>
    /// <param name="caller">Who asks; what the person may not see is not looked at.</param>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The match with its differences in words and the actions that are recommended; null when the person may not read purchase orders.</returns>
    /// <exception cref="CopilotException">The business system refuses or does not answer.</exception>
    Task<DocumentDecision?> DecideAsync(Caller caller, ExtractedDocument document, CancellationToken cancellationToken);
}
