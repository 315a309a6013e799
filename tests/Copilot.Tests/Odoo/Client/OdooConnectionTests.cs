using System.Net.Sockets;
using System.Text;
using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooConnectionTests
{
    [Fact]
    public async Task A_request_says_its_length()
    {
        await using var bench = await BenchAsync();
        var (length, chunked) = ((long?)null, false);
        bench.Server.Intercept = http =>
        {
            length = http.Request.ContentLength;
            chunked |= http.Request.Headers.TransferEncoding.Count > 0;
            return Task.FromResult(false);
        };

        await bench.SearchAsync();

        Assert.True(length > 0);
        Assert.False(chunked);
    }

    [Theory]
    [InlineData(200, "text/html", "<html>sign in</html>")]
    [InlineData(502, "text/html", "<html>bad gateway</html>")]
    [InlineData(200, "application/json", "{\"jsonrpc\": \"2.0\", \"id\"")]
    [InlineData(200, "application/json", "{\"hello\": 1}")]
    [InlineData(200, "application/json", "{\"jsonrpc\": \"2.0\", \"id\": 99999, \"result\": 1}")]
    [InlineData(200, "application/json", "[]")]
    public async Task What_is_not_odoos_answer_counts_as_not_reached(int status, string type, string body)
    {
        await using var bench = await BenchAsync();
        await bench.SearchAsync();
        bench.Server.Intercept = http => RespondAsync(http, status, type, body);

        Assert.Equal(OdooFault.Unreachable, (await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false))).Fault);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var bench = await BenchAsync();
        await using var elsewhere = await FakeOdoo.StartAsync();
        bench.Server.Intercept = http =>
        {
            http.Response.Redirect(new Uri(elsewhere.Address, "jsonrpc").ToString(), permanent: false, preserveMethod: true);
            return Task.FromResult(true);
        };

        Assert.Equal(OdooFault.Unreachable, (await Assert.ThrowsAsync<OdooException>(() => bench.SearchAsync())).Fault);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.AnswerMegabytes = 1);
        await bench.CallAsync(isRead: true);
        bench.Server.Answer = _ => new string('x', 1_100_000);

        var fault = await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: true));

        Assert.Equal(OdooFault.Server, fault.Fault);
        Assert.Single(bench.Server.Of("res.partner.act"), c => c != bench.Server.Of("res.partner.act")[0]);
    }

    [Fact]
    public async Task Nobody_there_is_not_reached()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Url = "http://127.0.0.1:9/");

        var fault = await Assert.ThrowsAsync<OdooException>(() => bench.SearchAsync());

        Assert.Equal((OdooFault.Unreachable, true), (fault.Fault, fault.IsTransient));
    }

    [Fact]
    public async Task Time_running_out_is_told_from_the_caller_leaving()
    {
        // The bench's clock ends pauses of up to two seconds at once and never longer ones.
        await using var impatient = await OdooClientBench.StartAsync(configure: o => o.ReadTimeout = TimeSpan.FromSeconds(1));
        await using var patient = await BenchAsync();
        await patient.SearchAsync();
        using var left = new CancellationTokenSource();
        impatient.Server.Intercept = http => NeverAsync(http);
        patient.Server.Intercept = async http =>
        {
            await left.CancelAsync();
            return await NeverAsync(http);
        };

        Assert.Equal(OdooFault.TimedOut, (await Assert.ThrowsAsync<OdooException>(() => impatient.SearchAsync())).Fault);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patient.SearchAsync(cancellationToken: left.Token));
    }

    [Fact]
    public async Task Only_so_many_calls_run_at_once()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Concurrency = 2);
        await bench.CallAsync(isRead: true);
        var (running, most) = (0, 0);
        var full = new TaskCompletionSource();
        bench.Server.Intercept = async http =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            if (most == 2)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref running);
            return false;
        };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.CallAsync(isRead: true)));

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_server_that_closes_without_a_word_loses_no_call()
    {
        // HTTP/1.0 as Odoo 14 speaks it: the connection is over after the answer, and nothing says so.
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, 8);
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Url = $"http://{listener.LocalEndpoint}/");

        for (var i = 0; i < 4; i++)
        {
            await bench.CallAsync(isRead: false);
        }

        Assert.Equal(0, await serving);
    }

    private static async Task<OdooClientBench> BenchAsync()
    {
        var bench = await OdooClientBench.StartAsync();
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char" };
        return bench;
    }

    private static async Task<bool> RespondAsync(HttpContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body);
        return true;
    }

    private static async Task<bool> NeverAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        return true;
    }

    /// <summary>Answers one request a connection and reads on before it closes: how many requests came second on a connection is the result.</summary>
    private static async Task<int> ServeAsync(TcpListener listener, int connections)
    {
        var second = 0;
        for (var i = 0; i < connections; i++)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var request = await RequestAsync(stream);
            var id = request[(request.IndexOf("\"id\":", StringComparison.Ordinal) + 5)..].Split(',', '}')[0];
            var result = request.Contains("\"version\"", StringComparison.Ordinal) ? """{"server_version_info":[19]}"""
                : request.Contains("company_ids", StringComparison.Ordinal) || request.Contains("res.lang", StringComparison.Ordinal) ? "[]" : "5";
            var body = $$"""{"jsonrpc":"2.0","id":{{id}},"result":{{result}}}""";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            second += (await RequestAsync(stream)).Length > 0 ? 1 : 0;
        }

        return second;
    }

    private static async Task<string> RequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!Complete(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool Complete(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return end > 0 && length is not null && request.Length - end - 4 >= int.Parse(length[15..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
