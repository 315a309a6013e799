using System.Net;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>Qdrant refused a request or could not be asked. Never shown to a caller: the store itself answers instead.</summary>
internal sealed class QdrantException(string message, HttpStatusCode? status = null, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets the status, or null when there was no answer.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>Gets how long to wait, when Qdrant said so.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>
    /// Gets a value indicating whether only a smaller request may pass: over the size of a body (400 or 413, by version), or over what a rate limit ever lets through (429
    /// without a time to come back). Only the text tells these from others of their status.
    /// </summary>
    public bool IsTooLarge => status is HttpStatusCode.RequestEntityTooLarge
        || (status is HttpStatusCode.BadRequest or HttpStatusCode.TooManyRequests && retryAfter is null && Message.Contains("larger than", StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets a value indicating whether the same request may pass a little later.</summary>
    public bool IsTransient => !IsTooLarge && status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Gets a value indicating whether what was asked for does not exist.</summary>
    public bool IsMissing => status is HttpStatusCode.NotFound;
}
