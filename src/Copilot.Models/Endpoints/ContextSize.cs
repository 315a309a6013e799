using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Copilot.Models.Endpoints;

/// <summary>Reads from an error how many tokens the model's context has: OpenAI, Azure and vLLM say it in words, llama.cpp in a field.</summary>
internal static partial class ContextSize
{
    private const int Least = 128;
    private const int Most = 10_000_000;

    /// <summary>Reads the size.</summary>
    /// <param name="message">The server's words.</param>
    /// <param name="body">The whole answer.</param>
    /// <returns>The tokens; null when nothing believable is said.</returns>
    public static int? Of(string message, JsonElement? body)
    {
        if (body is { ValueKind: JsonValueKind.Object } whole)
        {
            var error = whole.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : whole;
            if (error.TryGetProperty("n_ctx", out var field) && field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out var size) && size is >= Least and <= Most)
            {
                return size;
            }
        }

        foreach (var pattern in new[] { InWords(), AsLimit() })
        {
            if (pattern.Match(message) is { Success: true } match
                && int.TryParse(match.Groups[1].Value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
                && tokens is >= Least and <= Most)
            {
                return tokens;
            }
        }

        return null;
    }

    // "maximum context length is 8192 tokens", "context window of 4,096", "available context size (4096 tokens)".
    [GeneratedRegex(@"context.?(?:length|window|size)[^0-9]{0,30}([0-9][0-9,]{2,9})", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    // "prompt is too long: 210000 tokens > 200000 maximum".
    [GeneratedRegex(@"> ?([0-9][0-9,]{2,9})(?: tokens)? (?:maximum|max|limit)", RegexOptions.IgnoreCase)]
    private static partial Regex AsLimit();
}
