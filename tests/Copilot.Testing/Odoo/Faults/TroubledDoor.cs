using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Odoo.Faults;

/// <summary>A door before an Odoo, on a socket of its own, that lets each call pass or breaks it as it is told.</summary>
public sealed class TroubledDoor : IAsyncDisposable
{
    private const string Page = "<!DOCTYPE html><html><body><h1>We are back soon</h1></body></html>";
    private readonly HttpClient behind = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
    private readonly ConcurrentQueue<DoorRequest> seen = new();
    private readonly ConcurrentDictionary<Task, bool> talks = new();
    private readonly TcpListener probe = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private TaskCompletionSource<DoorRequest> troubled = New();
    private CancellationTokenSource? open;
    private TcpListener listener;
    private int number;

    /// <summary>Opens a door before a server.</summary>
    public TroubledDoor(Uri server)
    {
        this.server = server;
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        probe.Stop();
        listener = Listen();
    }

    public Uri Address { get; }

    /// <summary>Gets or sets what happens to a request.</summary>
    public Func<DoorRequest, DoorTrouble> Rule { get; set; } = _ => DoorTrouble.None;

    /// <summary>Gets what came, broken or not.</summary>
    public IReadOnlyList<DoorRequest> Seen => [.. seen];

    /// <summary>Gets the next request that got into trouble.</summary>
    public Task<DoorRequest> Troubled => troubled.Task;

    /// <summary>Gives the next request that the rule names this trouble, and lets all others pass.</summary>
    public void Break(DoorTrouble trouble, Func<DoorRequest, bool> which)
    {
        var broken = 0;
        troubled = New();
        Rule = r => which(r) && Interlocked.Exchange(ref broken, 1) == 0 ? trouble : DoorTrouble.None;
    }

    /// <summary>Lets everything pass, and listens again once every old line is cut: none of them may take the first call that comes after.</summary>
    public void Mend()
    {
        Rule = _ => DoorTrouble.None;
        if (open is null)
        {
            Task.WaitAll([.. talks.Keys]);
            listener = Listen();
        }
    }

    /// <summary>Listens no more and cuts all lines: nobody is there.</summary>
    public void Shut()
    {
        if (Interlocked.Exchange(ref open, null) is { } lines)
        {
            listener.Dispose();
            lines.Cancel();
        }
    }

    public ValueTask DisposeAsync()
    {
        Shut();
        behind.Dispose();
        probe.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource<DoorRequest> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TcpListener Listen()
    {
        var listens = new TcpListener(IPAddress.Loopback, Address.Port);
        listens.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listens.Start();
        var lines = new CancellationTokenSource();
        open = lines;
        _ = AcceptAsync(listens, lines.Token);
        return listens;
    }

    private async Task AcceptAsync(TcpListener listens, CancellationToken cut)
    {
        try
        {
            while (true)
            {
                var talk = TalkAsync(await listens.AcceptTcpClientAsync(cut), cut);
                talks[talk] = true;
                _ = talk.ContinueWith(ended => talks.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception shut) when (shut is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The door was shut.
        }
    }

    private async Task TalkAsync(TcpClient line, CancellationToken cut)
    {
        using (line)
        {
            try
            {
                line.NoDelay = true;
                while (await RequestAsync(line.GetStream(), cut) is { } request && await AnswerAsync(line, request.Path, request.Body, cut))
                {
                    // The line is kept for the next call.
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException or HttpRequestException)
            {
                Drop(line);
            }
        }
    }

    private async Task<bool> AnswerAsync(TcpClient line, string path, byte[] body, CancellationToken cut)
    {
        var call = body.Length == 0 ? null : JsonNode.Parse(body);
        var request = DoorRequest.Read(Interlocked.Increment(ref number), call);
        seen.Enqueue(request);
        var trouble = Rule(request);
        if (trouble is DoorTrouble.CutAnswer or DoorTrouble.LostAnswer or DoorTrouble.SilenceAfter)
        {
            var lost = await PassAsync(path, body, cut);
            if (trouble == DoorTrouble.CutAnswer)
            {
                await line.GetStream().WriteAsync(lost.AsMemory(0, lost.Length / 2), cut);
            }
        }

        if (trouble != DoorTrouble.None)
        {
            troubled.TrySetResult(request);
        }

        switch (trouble)
        {
            case DoorTrouble.None or DoorTrouble.Revoked:
                await line.GetStream().WriteAsync(await PassAsync(path, trouble == DoorTrouble.None ? body : DoorRequest.WithoutSecret(call!), cut), cut);
                return true;
            case DoorTrouble.Html:
                await line.GetStream().WriteAsync(Whole("200 OK", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page)), cut);
                return true;
            case DoorTrouble.BadGateway:
                await line.GetStream().WriteAsync(Whole("502 Bad Gateway", "text/html", Encoding.UTF8.GetBytes(Page)), cut);
                return true;
            case DoorTrouble.Silence or DoorTrouble.SilenceAfter:
                // Until the other side closes the line.
                await line.GetStream().ReadExactlyAsync(new byte[1], cut);
                return false;
            case DoorTrouble.Restart:
                Shut();
                break;
        }

        Drop(line);
        return false;
    }

    private async Task<byte[]> PassAsync(string path, byte[] body, CancellationToken cut)
    {
        using var request = new HttpRequestMessage(body.Length == 0 ? HttpMethod.Get : HttpMethod.Post, new Uri(server, path));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        // What has been sent is carried out, whether or not somebody still waits for the answer.
        using var answer = await behind.SendAsync(request, cut);
        return Whole($"{(int)answer.StatusCode} {answer.ReasonPhrase}", answer.Content.Headers.ContentType?.ToString() ?? "text/plain", await answer.Content.ReadAsByteArrayAsync(cut));
    }

    private static byte[] Whole(string status, string type, byte[] body)
        => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n")), .. body];

    /// <summary>Closes a line with a reset, not with a goodbye.</summary>
    private static void Drop(TcpClient line)
    {
        line.LingerState = new LingerOption(true, 0);
        line.Close();
    }

    private static async Task<(string Path, byte[] Body)?> RequestAsync(NetworkStream stream, CancellationToken cut)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, cut) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        var length = lines.FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        var body = new byte[length is null ? 0 : int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cut);
        return (lines[0].Split(' ')[1].TrimStart('/'), body);
    }
}
