namespace Copilot.Conversation.Prompts;

/// <summary>How a model is asked; null leaves it to the model's own default.</summary>
internal sealed record PromptSettings
{
    /// <summary>Gets how much chance takes part, 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>Gets the share of likely words that is drawn from, above 0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Gets the most tokens of an answer, 1 to 100,000.</summary>
    public int? MaxTokens { get; init; }
}
