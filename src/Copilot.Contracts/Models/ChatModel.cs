using Microsoft.Extensions.AI;

namespace Copilot.Contracts;

/// <summary>One chat model with what a turn must know of it.</summary>
public sealed record ChatModel
{
    /// <summary>Gets the name from the configuration, for people, the audit and prices.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the client. It retries what may be retried as long as nothing was given to the reader, keeps within its own time limits, throws
    /// <see cref="ChatModelException"/> and nothing else but cancellation, and ends each response with a <see cref="UsageContent"/>; estimated counts carry
    /// <see cref="EstimatedCount"/> in their additional counts.
    /// </summary>
    public required IChatClient Client { get; init; }

    /// <summary>Gets how many tokens prompt and answer may have together.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Gets the most tokens of one answer.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>Gets a value indicating whether the model runs inside the company, so that text for it is masked less.</summary>
    public required bool InHouse { get; init; }

    /// <summary>Gets a function that says whether the model may be asked now; false while it rests after failures. Cheap, never throws.</summary>
    public required Func<bool> IsAvailable { get; init; }

    /// <summary>Gets a function that estimates the tokens of a text, rather too many than too few.</summary>
    public required Func<string, int> EstimateTokens { get; init; }

    /// <summary>Gets a function that prices what was used, in <see cref="Currency"/>; 0 where no price is configured.</summary>
    public required Func<UsageDetails, decimal> CostOf { get; init; }

    /// <summary>Gets the currency of the price, ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Gets the key that marks estimated counts in <see cref="UsageDetails.AdditionalCounts"/> (value 1).</summary>
    public static string EstimatedCount => "estimated";
}
