using System.Collections.Concurrent;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Copilot.Tests.Models.Endpoints;

public sealed class EndpointTroubleTests : EndpointBench
{
    private static readonly object Limited = new { error = new { message = "Requests to the Embeddings_Create Operation have exceeded the call rate limit. Please retry after 12 seconds.", code = "429" } };

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 08:00:20 GMT", 20)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 07:00:00 GMT", 0)]
    public async Task A_rate_limit_is_waited_for_as_long_as_the_server_says(string header, string value, double seconds)
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Then(429, Limited, (header, value));

        AssertTold("a", (await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default))[0]);

        Assert.Equal(2, Server.Requests.Count);
        Assert.Equal(seconds > 0 ? [TimeSpan.FromSeconds(seconds)] : [], Clock.Pauses.Where(pause => pause > TimeSpan.Zero));
    }

    [Fact]
    public async Task The_exact_form_wins_over_the_rounded_one_and_nonsense_is_ignored()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Then(429, Limited, ("Retry-After", "9"), ("retry-after-ms", "250"));
        Server.Then(429, Limited, ("Retry-After", "soon"));
        await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default);
        Assert.Equal(TimeSpan.FromMilliseconds(250), Clock.Pauses.First());
        Assert.InRange(Clock.Pauses.Last(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(65));
    }

    [Fact]
    public async Task A_pause_of_a_day_is_told_and_not_waited_for()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Then(429, Limited, ("Retry-After", "86400"));
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default));
        Assert.Contains("asks for a pause of 86400 s", trouble.Message, StringComparison.Ordinal);
        Assert.True(trouble.IsTransient);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_server_that_fails_is_asked_again_and_then_given_up_as_passing(int status)
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.ThenText(status, "<html><body>Bad gateway</body></html>");
        AssertTold("a", (await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default))[0]);
        Assert.Equal(2, Server.Requests.Count);

        Server.Usual = (http, _) => ScriptedEndpoint.TextAsync(http, status, "<html>");
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default));
        Assert.True(trouble.IsTransient);
        Assert.Equal(2 + 7, Server.Requests.Count);
    }

    [Fact]
    public async Task Somebody_who_waits_for_an_answer_does_not_wait_as_long_as_an_ingestion()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Usual = (http, _) => ScriptedEndpoint.JsonAsync(http, 503, new { error = "server busy, please try again. maximum pending requests exceeded" });
        await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Question, default));
        Assert.Equal(3, Server.Requests.Count);
        Assert.All(Clock.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again_before_and_within_the_answer()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Next.Enqueue((http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Server.Next.Enqueue(async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = 5000;
            await http.Response.WriteAsync("{\"data\":[{\"index\":0,");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        AssertTold("a", (await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default))[0]);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_with_the_key_to_check_and_without_the_address()
    {
        var nobody = Options() with { Endpoint = new Uri("http://127.0.0.1:9/v1") };
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(nobody).OpenAsync(default));
        Assert.Contains("can't be reached", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__Endpoint", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", trouble.Message, StringComparison.Ordinal);
        Assert.True(trouble.IsTransient);
    }

    [Fact]
    public async Task No_answer_in_time_is_told_apart_from_the_caller_leaving()
    {
        RingTimeouts();
        Server.Usual = (http, _) => Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options()).OpenAsync(default));
        Assert.Contains("no answer within 77 s", trouble.Message, StringComparison.Ordinal);
        Assert.True(trouble.IsTransient);
    }

    [Fact]
    public async Task A_caller_who_leaves_stops_the_request_at_the_server()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        var arrived = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        Server.Usual = async (http, _) =>
        {
            http.RequestAborted.Register(gone.SetResult);
            arrived.SetResult();
            await gone.Task;
        };
        using var leaving = new CancellationTokenSource();
        var asking = embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, leaving.Token);
        await arrived.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await gone.Task;
        Assert.Single(Server.Requests);
    }

    public static TheoryData<int, string, string> Refusals() => new()
    {
        { 401, """{"error":{"message":"Incorrect API key provided: secret-key-1.","code":"invalid_api_key"}}""", "does not accept the key: check Copilot__Models__0__ApiKey" },
        { 401, """{"statusCode":401,"message":"Access denied due to invalid subscription key secret-key-1"}""", "does not accept the key" },
        { 403, """{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}""", "whether this machine's network is allowed" },
        { 404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", "check Copilot__Models__0__Model" },
        { 404, """{"error":{"message":"The model `m` does not exist.","type":"NotFoundError","param":null,"code":404}}""", "check Copilot__Models__0__Model" },
        { 404, """{"detail":"Not Found"}""", "Copilot__Models__0__Endpoint, which mostly ends in /v1" },
        { 404, "<html>nginx</html>", "Copilot__Models__0__Endpoint" },
        { 302, "", "is not what answers" },
        { 200, "<!doctype html><title>Sign in</title>", "is not what answers" },
        { 200, """{"data":[{"index":0,"embedding":[1,2""", "is not what answers" },
        { 200, """{"error":{"message":"model 'm' not found"}}""", "Copilot__Models__0__Model" },
        { 429, """{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","code":"insufficient_quota"}}""", "quota or money is used up" },
        { 400, """{"error":{"message":"ExceededBudget: User budget has been exceeded! secret-key-1","type":"None","code":"400"}}""", "quota or money is used up" },
        { 402, """{"error":{"message":"Payment required"}}""", "quota or money is used up" },
        { 400, """{"error":{"message":"This model does not support embeddings","type":"invalid_request_error"}}""", "does not accept the request" },
        { 422, """{"detail":[{"loc":["body","input"],"msg":"field required","input":"the secret text"}]}""", "does not accept the request (HTTP 422)" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_says_what_to_do_without_the_key_and_is_not_repeated(int status, string body, string words)
    {
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, status, "application/json", body);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options()).OpenAsync(default));
        Assert.Contains(words, trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", trouble.Message, StringComparison.Ordinal);
        Assert.False(trouble.IsTransient);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_missing_key_is_asked_for()
    {
        Server.Usual = (http, _) => ScriptedEndpoint.JsonAsync(http, 401, new { error = "unauthorized" });
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options() with { ApiKey = null }).OpenAsync(default));
        Assert.Contains("asks for a key: set Copilot__Models__0__ApiKey", trouble.Message, StringComparison.Ordinal);
        Assert.False(Server.Requests.Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        long written = 0;
        Server.Usual = async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            var block = new byte[64 * 1024];
            block.AsSpan().Fill((byte)' ');
            while (!http.RequestAborted.IsCancellationRequested && written < 50_000_000)
            {
                await http.Response.Body.WriteAsync(block, http.RequestAborted);
                written += block.Length;
            }
        };
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default));
        Assert.Contains("an answer of more than", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "This model's maximum context length is {0} tokens, however you requested {1} tokens ({1} in your prompt; 0 for the completion).")]
    [InlineData(400, "Invalid 'input[0]': maximum input length is {0} tokens.")]
    [InlineData(413, "Input validation error: `inputs` must have less than {0} tokens. Given: {1}")]
    [InlineData(500, "input is too large to process. increase the physical batch size")]
    public async Task A_text_that_is_too_long_is_found_among_others_and_cut_until_it_fits(int status, string message)
    {
        const int Most = 1000;
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        var taken = new ConcurrentBag<string>();
        Server.Usual = async (http, request) =>
        {
            var longest = request.Texts.Max(text => text.Length);
            if (longest > Most)
            {
                await ScriptedEndpoint.JsonAsync(http, status, new { error = new { message = string.Format(CultureInfo.InvariantCulture, message, Most, longest) } });
                return;
            }

            foreach (var text in request.Texts)
            {
                taken.Add(text);
            }

            await ScriptedEndpoint.JsonAsync(http, 200, new { data = request.Texts.Select((text, index) => new { index, embedding = Told(text) }) });
        };

        var texts = Enumerable.Range(1, 16).Select(i => new string((char)('a' + i), i == 7 ? 9000 : i * 10)).ToArray();
        var vectors = await embedder.EmbedAsync(texts, EmbeddingPurpose.Passage, default);

        Assert.All(texts.Zip(vectors).Where(pair => pair.First.Length <= Most), pair => AssertTold(pair.First, pair.Second));
        var cut = Assert.Single(taken, text => text.Length > 200);
        Assert.InRange(cut.Length, 300, Most);
        AssertTold(cut, vectors[6]);
        Assert.InRange(Server.Requests.Count, 1, 20);
    }

    [Theory]
    [InlineData(413, "batch size 16 > maximum allowed batch size 4")]
    [InlineData(400, "Too many inputs. The max number of inputs is 4.")]
    public async Task A_batch_that_is_too_large_is_halved(int status, string message)
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Usual = (http, request) => request.Texts.Count > 4
            ? ScriptedEndpoint.JsonAsync(http, status, new { error = message, error_type = "Validation" })
            : ScriptedEndpoint.JsonAsync(http, 200, new { data = request.Texts.Select((text, index) => new { index, embedding = Told(text) }) });
        var texts = Enumerable.Range(1, 16).Select(i => new string('x', i)).ToArray();
        var vectors = await embedder.EmbedAsync(texts, EmbeddingPurpose.Passage, default);
        Assert.All(texts.Zip(vectors), pair => AssertTold(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_server_that_finds_every_text_too_long_is_given_up()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Usual = (http, _) => ScriptedEndpoint.JsonAsync(http, 400, new { error = new { message = "maximum context length is 8 tokens", code = "context_length_exceeded" } });
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync([new string('x', 30_000)], EmbeddingPurpose.Passage, default));
        Assert.Contains("does not even take a short text", trouble.Message, StringComparison.Ordinal);
        Assert.InRange(Server.Requests.Count, 2, 15);
    }

    [Fact]
    public async Task Only_so_many_passages_are_under_way_at_once_and_a_question_does_not_wait_for_them()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        var (now, most) = (0, 0);
        var full = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        Server.Usual = async (http, request) =>
        {
            if (request.Texts[0] == "asked")
            {
                await ScriptedEndpoint.JsonAsync(http, 200, new { data = new[] { new { index = 0, embedding = Told("asked") } } });
                return;
            }

            var under = Interlocked.Increment(ref now);
            most = Math.Max(most, under);
            if (under == 4)
            {
                full.TrySetResult();
            }

            await release.Task;
            Interlocked.Decrement(ref now);
            await ScriptedEndpoint.JsonAsync(http, 200, new { data = new[] { new { index = 0, embedding = Told("a") } } });
        };
        var passages = Enumerable.Range(0, 20).Select(_ => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default)).ToArray();
        await full.Task;
        AssertTold("asked", (await embedder.EmbedAsync(["asked"], EmbeddingPurpose.Question, default))[0]);
        release.SetResult();
        await Task.WhenAll(passages);
        Assert.InRange(most, 4, 4);
    }
}
