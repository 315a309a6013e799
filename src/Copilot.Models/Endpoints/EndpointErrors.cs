using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Copilot.Models.Endpoints;

/// <summary>
/// Reads error answers. Status first, then the error's code; words only where servers give nothing else: OpenAI, Azure, vLLM, LiteLLM, Ollama and Text Embeddings
/// Inference each have a shape of their own, and proxies before them answer in HTML.
/// </summary>
internal static partial class EndpointErrors
{
    private const int LongestDetail = 200;

    // What is looked at; the patterns below take time that grows faster than the text.
    private const int LongestMessage = 2000;

    private static readonly string[] PlainNames = ["error", "message", "detail"];

    /// <summary>Makes the exception of an answer that is not a success.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body; null when it is not JSON.</param>
    /// <param name="wait">How long the server asks to be left alone.</param>
    /// <param name="key">The key, which must not be repeated.</param>
    public static EndpointException Of(HttpStatusCode status, JsonElement? body, TimeSpan? wait, string? key)
    {
        var (message, code) = body is { } json ? Said(json) : (string.Empty, string.Empty);
        var fault = Fault(status, message, code, isApi: body is not null);
        return new EndpointException(fault, Short(message, (int)status, key))
        {
            Status = (int)status,
            Wait = wait,
            FittingShare = fault == EndpointFault.TooLong ? Share(message) : null,
            ContextTokens = fault == EndpointFault.TooLong ? ContextSize.Of(message, body) : null,
        };
    }

    /// <summary>Says whether a body is an error although the status is a success; some servers do that.</summary>
    /// <param name="body">The body.</param>
    public static bool IsError(JsonElement body)
        => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;

    /// <summary>Reads an error that came inside an answer whose status was a success already.</summary>
    /// <param name="body">What came; an error by itself, or with the property <c>error</c>.</param>
    /// <param name="key">The key, which must not be repeated.</param>
    public static EndpointException Inside(JsonElement body, string? key) => Of((HttpStatusCode)(StatusIn(body) ?? 500), body, null, key);

    private static EndpointFault Fault(HttpStatusCode status, string message, string code, bool isApi) => (int)status switch
    {
        _ when Filtered().IsMatch(code) || Filtered().IsMatch(message) => EndpointFault.ContentFiltered,
        401 => EndpointFault.KeyRefused,
        403 => EndpointFault.Forbidden,
        402 => EndpointFault.NoQuota,
        _ when NoMoney().IsMatch(code) => EndpointFault.NoQuota,
        429 or 400 when NoMoney().IsMatch(message) => EndpointFault.NoQuota,
        429 => EndpointFault.Busy,
        404 or 405 => isApi && Names(message, code) ? EndpointFault.NoSuchModel : EndpointFault.NoSuchPath,
        _ when NoNumber().IsMatch(message) => EndpointFault.NotANumber,
        400 or 413 or 422 or 500 when OverBatch().IsMatch(message) => EndpointFault.TooMany,
        400 or 413 or 422 or 500 when OverLength().IsMatch(message) || OverLength().IsMatch(code) => EndpointFault.TooLong,
        413 => EndpointFault.TooMany,
        400 or 422 when message.Contains("dimensions", StringComparison.OrdinalIgnoreCase) || message.Contains("matryoshka", StringComparison.OrdinalIgnoreCase) => EndpointFault.FixedDimension,
        400 when Names(message, code) => EndpointFault.NoSuchModel,
        >= 300 and < 400 => EndpointFault.NotTheApi,
        503 or 529 => EndpointFault.Busy,
        408 or 409 or 425 or >= 500 => EndpointFault.Failed,
        _ => isApi ? EndpointFault.Rejected : EndpointFault.NotTheApi,
    };

    private static bool Names(string message, string code)
        => code is "DeploymentNotFound" or "model_not_found" || NoModel().IsMatch(message);

    // {"error":{"message","code","type"}}, {"error":"text","error_type":…}, {"message"}, {"detail":"text"}: the rest may repeat what was sent and is not read.
    private static (string Message, string Code) Said(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (string.Empty, string.Empty);
        }

        if (body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            var (code, type) = (Text(error, "code"), Text(error, "type"));
            return (Text(error, "message"), code.Length > 0 && !code.All(char.IsDigit) ? code : type);
        }

        return (PlainNames.Select(name => Text(body, name)).FirstOrDefault(text => text.Length > 0, string.Empty), Text(body, "error_type"));
    }

    // Numbers as numbers or as text: vLLM and LiteLLM write the status into the error.
    private static int? StatusIn(JsonElement body)
    {
        var error = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : body;
        foreach (var name in new[] { "code", "status", "status_code", "statusCode" })
        {
            if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value)
                && int.TryParse(value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null, out var status) && status is >= 400 and <= 599)
            {
                return status;
            }
        }

        return null;
    }

    private static string Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && JsonText.Of(value) is { } text
            ? text[..Math.Min(text.Length, LongestMessage)]
            : string.Empty;

    private static string Short(string message, int status, string? key)
    {
        var line = Blank().Replace(key is { Length: > 3 } ? message.Replace(key, "(key)", StringComparison.Ordinal) : message, " ").Trim();
        line = KeyLike().Replace(line, "(key)");
        return line.Length == 0 ? $"HTTP {status}" : $"HTTP {status}, \"{(line.Length > LongestDetail ? line[..LongestDetail] + "…" : line)}\"";
    }

    // "maximum context length is 512 tokens … you requested 700", "must have less than 512 tokens. Given: 700".
    private static double? Share(string message)
    {
        var numbers = WholeNumber().Matches(message).Select(match => double.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).Where(number => number >= 16).ToList();
        return numbers.Count >= 2 && numbers[1] > numbers[0] ? numbers[0] / numbers[1] : null;
    }

    [GeneratedRegex("content_filter|content.?policy.?violation|ResponsibleAIPolicyViolation|content management policy", RegexOptions.IgnoreCase)]
    private static partial Regex Filtered();

    [GeneratedRegex("insufficient_quota|exceeded your current quota|ExceededBudget|budget has been exceeded|billing", RegexOptions.IgnoreCase)]
    private static partial Regex NoMoney();

    [GeneratedRegex("model .*(not found|does not exist|not available)|(unknown|invalid|no such) (model|deployment)|deployment .*does not exist|try pulling it", RegexOptions.IgnoreCase)]
    private static partial Regex NoModel();

    [GeneratedRegex(@"\bNaN\b|unsupported value: [+-]?(NaN|Inf)", RegexOptions.None)]
    private static partial Regex NoNumber();

    [GeneratedRegex("batch.size.*(exceed|maximum|larger|>)|too many (inputs|documents|texts)|array too long|(maximum|at most) \\d+ (inputs|documents|texts)|max_?batch", RegexOptions.IgnoreCase)]
    private static partial Regex OverBatch();

    [GeneratedRegex("context.?(length|window|size)|prompt is too long|maximum input length|input is too (long|large)|too many tokens|must have less than \\d+ tokens|max(imum)?_?(seq|input|model)_?len|longer than the maximum|reduce (the length|your prompt)|physical batch size", RegexOptions.IgnoreCase)]
    private static partial Regex OverLength();

    [GeneratedRegex(@"\bsk-[A-Za-z0-9_*-]{4,}|\b[A-Fa-f0-9]{32,}\b")]
    private static partial Regex KeyLike();

    [GeneratedRegex(@"\d+")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();
}
