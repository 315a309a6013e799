using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// Puts into words what went wrong with Qdrant. It tells refused keys in plain text and everything else as JSON whose <c>status</c> is an object; a proxy between tells its own trouble as a web page. Nobody
/// must sign in to read how the index stands, so the key is in none of these texts.
/// </summary>
/// <param name="authority">Host and port.</param>
/// <param name="key">The key, which whatever answers may send back.</param>
/// <param name="time">For times to come back that are told as dates.</param>
internal sealed partial class QdrantRefusal(string authority, string? key, TimeProvider time)
{
    private const int LongestMessage = 300;
    private const int LongestTitle = 80;
    private const int LargestRefusal = 64 * 1024;

    /// <summary>Puts a status that is no success into words.</summary>
    public async Task<QdrantException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, _) = await LimitedContent.ReadAsync(response.Content, LargestRefusal, cancellationToken);
        var (status, number, text) = (response.StatusCode, (int)response.StatusCode, Encoding.UTF8.GetString(bytes.Span));
        var error = ErrorOf(text);
        var said = Plain(error ?? text, LongestMessage);
        return number is >= 300 and < 400
            ? new QdrantException($"What answers at {authority} sends requests elsewhere ({number}); put the address they lead to into Copilot:Qdrant:Url", status)
            : error is null && IsPage(response, bytes.Span) ? Page(response, text)
            : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? new QdrantException($"Qdrant refused the key ({number}: {said}); Copilot:Qdrant:ApiKey must be a key that may write", status)
                : status is HttpStatusCode.NotFound && error is null
                    ? new QdrantException($"What answers at {authority} does not know an address that every Qdrant has ({number}: {said}); correct Copilot:Qdrant:Url")
                    : new QdrantException(said.Length > 0 ? $"Qdrant answered {number}: {said}" : $"Qdrant answered {number} and nothing more", status, PauseOf(response));
    }

    /// <summary>Puts a line that can't be opened or breaks off into words.</summary>
    public QdrantException Of(Exception broken)
    {
        var kind = broken switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException io => io.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var said = Plain(broken.Message, LongestMessage);
        return kind switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => new QdrantException($"Qdrant can't be reached at {authority}: {said}", inner: broken),
            HttpRequestError.SecureConnectionError => new QdrantException($"No secure line to Qdrant at {authority}: {said} Is it http rather than https, or is its certificate not trusted here?", inner: broken),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError
                => new QdrantException($"What answers at {authority} does not speak HTTP as it should: {said} Is it the port of REST, usually 6333, and not that of gRPC?", inner: broken),
            _ => new QdrantException($"Qdrant at {authority} broke off in the middle: {said}", inner: broken),
        };
    }

    /// <summary>Puts an answer that is no JSON into words.</summary>
    public QdrantException NotJson(HttpResponseMessage response, ReadOnlySpan<byte> bytes, Exception broken)
        => IsPage(response, bytes) ? Page(response, Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LargestRefusal)]))
            : new QdrantException($"What answers at {authority} does not speak like Qdrant: its answer of {bytes.Length} bytes is no whole JSON", inner: broken);

    /// <summary>Puts an answer that lacks what Qdrant's have into words.</summary>
    public QdrantException Strange(string path, Exception strange)
        => new($"What answers at {authority} does not speak like Qdrant: its answer to /{path} lacks what belongs there. Is Copilot:Qdrant:Url the address of Qdrant's REST interface, usually port 6333?", inner: strange);

    private static string? ErrorOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Object && status.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
                    ? error.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPage(HttpResponseMessage response, ReadOnlySpan<byte> bytes)
        => response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml" || bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    private QdrantException Page(HttpResponseMessage response, string text)
    {
        var title = Plain(Title().Match(text) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : string.Empty, LongestTitle);
        var named = title.Length > 0 ? $", \"{title}\"" : string.Empty;
        return new QdrantException(
            $"What answers at {authority} is a web page ({(int)response.StatusCode}{named}) and not Qdrant: a proxy between may be in trouble, or Copilot:Qdrant:Url is wrong",
            response.StatusCode is HttpStatusCode.NotFound ? null : response.StatusCode,
            PauseOf(response));
    }

    private string Plain(string text, int most)
    {
        var shown = key is { Length: > 0 } ? text.Replace(key, "…", StringComparison.Ordinal) : text;
        shown = Blanks().Replace(shown, " ").Trim();
        return shown.Length > most ? shown[..most] + "…" : shown;
    }

    private TimeSpan? PauseOf(HttpResponseMessage response)
        => response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
            _ => null,
        };

    [GeneratedRegex(@"<title[^>]{0,200}>([^<]{1,400})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Title();

    // Blanks and what steers terminals.
    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
