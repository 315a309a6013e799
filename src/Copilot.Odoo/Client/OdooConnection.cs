using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Copilot.Odoo.Client.Wires;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>
/// One HTTP connection pool to one Odoo: bounded in how many calls run, how long one may take and how much it may answer.
/// What is not JSON (a proxy's error page, a login page) counts as not reached.
/// </summary>
internal sealed class OdooConnection : IDisposable
{
    private const string SessionCookie = "session_id=";
    private const int FirstBytes = 64 * 1024;

    private readonly OdooOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient kept;
    private readonly HttpClient single;
    private readonly SemaphoreSlim places;
    private Uri? address;

    // Odoo without a proxy before it may speak HTTP/1.0 and close after each answer without a word; .NET would send the next
    // call on the closed connection and lose it. Until the server has shown HTTP/1.1, every connection is used once.
    private bool mayKeep;

    public OdooConnection(IOptions<OdooOptions> options, TimeProvider time)
    {
        this.options = options.Value;
        this.time = time;
        places = new SemaphoreSlim(this.options.Concurrency);
        kept = Pool(this.options, TimeSpan.FromMinutes(5));
        single = Pool(this.options, TimeSpan.Zero);
    }

    /// <summary>The address calls go to, once it is known.</summary>
    public Uri? KnownAddress => address ?? (options.Url.Length > 0 ? new Uri(options.Url) : null);

    /// <summary>The address calls go to.</summary>
    public async ValueTask<Uri> AddressAsync(CancellationToken cancellationToken)
        => address ??= options.Url.Length > 0
            ? new Uri(options.Url.TrimEnd('/') + "/")
            : await (options.Embedded ?? throw new OdooException(OdooFault.Unreachable, "No address of Odoo is set: give Copilot:Odoo:Url."))(cancellationToken);

    /// <summary>Sends a request and gives the JSON answer, whatever its status.</summary>
    /// <exception cref="OdooException">Not reached, out of time, or too much.</exception>
    public async Task<OdooReply> SendAsync(OdooRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            await places.WaitAsync(both.Token);
            try
            {
                return await ExchangeAsync(request, both.Token);
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            // Either the clock above or the pool's connect timeout; the caller is still here.
            throw clock.IsCancellationRequested
                ? new OdooException(OdooFault.TimedOut, $"Odoo gave no answer within {timeout.TotalSeconds:0.#} s.", late)
                : new OdooException(OdooFault.Unreachable, $"No connection to Odoo within {options.ConnectTimeout.TotalSeconds:0.#} s.", late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new OdooException(OdooFault.Unreachable, "Odoo could not be reached.", broken);
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        single.Dispose();
        places.Dispose();
    }

    private static HttpClient Pool(OdooOptions options, TimeSpan lifetime) => new(new SocketsHttpHandler
    {
        // A redirect would carry login and password to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.Concurrency,
        PooledConnectionLifetime = lifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private async Task<OdooReply> ExchangeAsync(OdooRequest asked, CancellationToken cancellationToken)
    {
        using var request = await MessageAsync(asked, cancellationToken);
        using var response = await (mayKeep ? kept : single).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        mayKeep = response.Version >= HttpVersion.Version11;
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/json-rpc"))
        {
            throw new OdooException(OdooFault.Unreachable, $"Not Odoo's API answered (HTTP {status}): check Copilot:Odoo:Url and what stands before it.") { HttpStatus = status };
        }

        var body = await ReadAsync(response.Content, cancellationToken);
        try
        {
            // The element keeps the body alive and needs no copy of it. The document is not disposed: who reads its values last is not known here.
            return new OdooReply(status, JsonDocument.Parse(body).RootElement, body.Length, SessionOf(response));
        }
        catch (JsonException garbled)
        {
            throw new OdooException(OdooFault.Unreachable, "Odoo's answer broke off or is not JSON.", garbled);
        }
    }

    private static string? SessionOf(HttpResponseMessage response)
        => response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Where(c => c.StartsWith(SessionCookie, StringComparison.Ordinal)).Select(c => c[SessionCookie.Length..].Split(';')[0]).LastOrDefault(s => s.Length > 0)
            : null;

    private async Task<HttpRequestMessage> MessageAsync(OdooRequest asked, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(asked.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(await AddressAsync(cancellationToken), asked.Path));
        if (asked.Body is { } body)
        {
            // A byte array carries its length: Odoo 19 drops chunked bodies on some addresses.
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (asked.Key is { } key)
        {
            // Unchecked: what is no key at all is refused by the server, not by a format exception that would show it.
            message.Headers.TryAddWithoutValidation("Authorization", "bearer " + Uri.EscapeDataString(key));
        }

        if (asked.Session is { } session)
        {
            message.Headers.TryAddWithoutValidation("Cookie", SessionCookie + session);
        }

        if (asked.Database is { } database)
        {
            message.Headers.TryAddWithoutValidation("X-Odoo-Database", database);
        }

        return message;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var most = options.AnswerMegabytes * 1024L * 1024L;

        // An answer of many rows that says its length is read into one piece; one more byte finds out that it ended.
        var buffer = new ArrayBufferWriter<byte>(content.Headers.ContentLength is { } said && said <= most ? (int)said + 1 : FirstBytes);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(), cancellationToken);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                throw new OdooException(OdooFault.Server, $"Odoo's answer is longer than {options.AnswerMegabytes} MB (Copilot:Odoo:AnswerMegabytes).");
            }
        }
    }
}
