namespace Copilot.Host.Channels;

/// <summary>The line to services that belong to channels and to sign-in: never follows a redirect, never reads an answer without end.</summary>
internal sealed class OutsideLine : IDisposable
{
    private const long LongestAnswer = 4 * 1024 * 1024;

    /// <summary>Gets the client; its time limit is for the head of an answer and for answers read whole.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
