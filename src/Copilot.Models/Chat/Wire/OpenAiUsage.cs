using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Reads the tokens an answer used, as OpenAI's format has them.</summary>
internal static class OpenAiUsage
{
    /// <summary>Reads them.</summary>
    /// <param name="chunk">A piece of the answer.</param>
    /// <returns>The tokens; null where the piece says nothing believable.</returns>
    public static UsageDetails? Of(JsonElement chunk)
    {
        if (!chunk.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object || (Count(usage, "prompt_tokens"), Count(usage, "completion_tokens")) is not ({ } input, { } output))
        {
            return null;
        }

        return new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = output,
            TotalTokenCount = input + output,
            CachedInputTokenCount = Detail(usage, "prompt_tokens_details", "cached_tokens"),
            ReasoningTokenCount = Detail(usage, "completion_tokens_details", "reasoning_tokens"),
        };
    }

    /// <summary>Reads a count.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="name">Its name.</param>
    public static long? Count(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count is >= 0 and <= int.MaxValue ? count : null;

    private static long? Detail(JsonElement usage, string group, string name)
        => usage.TryGetProperty(group, out var details) && details.ValueKind == JsonValueKind.Object ? Count(details, name) : null;
}
