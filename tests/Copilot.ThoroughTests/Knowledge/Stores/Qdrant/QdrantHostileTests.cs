using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Conversation;
using Copilot.Testing.Knowledge;
using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Models;
using Copilot.Testing.Qdrant;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Stores.Qdrant;

/// <summary>Whatever answers in the place of Qdrant, and however: the store answers the question, and people are told what is wrong.</summary>
public sealed class QdrantHostileTests : IAsyncLifetime
{
    private const string Key = "wrong-key";
    private const string Page = "<!DOCTYPE html>\n<html><head><title>504 Gateway\n Time-out</title></head><body><script>alert(1)</script></body></html>";

    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private readonly PracticeClock _clock = new(KnowledgeLibrary.Now);
    private QdrantStub _stub = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        _stub = await QdrantStub.StartAsync();
        using var plain = new SqliteKnowledgeStore(Database);
        await KnowledgeStoreContract.WriteAsync(plain, KnowledgeStoreContract.Document("a"), "Gloves are kept dry.");
    }

    public async Task DisposeAsync()
    {
        await _stub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(_stub.Violations);
    }

    public static TheoryData<string, string> Strangers => new()
    {
        { RawServer.Answer("200 OK", Page, "text/html"), "is a web page (200, \"504 Gateway Time-out\") and not Qdrant" },
        { RawServer.Answer("504 Gateway Timeout", Page, "text/html"), "is a web page (504, \"504 Gateway Time-out\")" },
        { RawServer.Answer("502 Bad Gateway", " \n<p>bad", "text/plain"), "is a web page (502)" },
        { RawServer.Answer("404 Not Found", Page, "text/html"), "is a web page (404" },
        { RawServer.Answer("404 Not Found", string.Empty), "does not know an address that every Qdrant has" },
        { RawServer.Answer("200 OK", "{}"), "does not say which version" },
        { RawServer.Answer("200 OK", "[]"), "does not say which version" },
        { RawServer.Answer("200 OK", """{"version":19}"""), "does not say which version" },
        { RawServer.Answer("200 OK", """{"version":"1.9.7"}"""), "1.9.7 is too old" },
        { RawServer.Answer("200 OK", """{"title":"qdrant - vector search engine","version":"1.19.0"}"""), "lacks what belongs there" },
        { RawServer.Answer("200 OK", """{"result":{"exists":"maybe"},"version":"1.19.0"}"""), "does not say which version" },
        { RawServer.Answer("200 OK", """{"version":"1.19.0" """), "is no whole JSON" },
        { RawServer.Answer("200 OK", string.Empty), "is no whole JSON" },
        { RawServer.Answer("204 No Content", string.Empty), "is no whole JSON" },
        { RawServer.Answer("401 Unauthorized", "Invalid API key or JWT " + Key, "text/plain"), "refused the key (401: Invalid API key or JWT …)" },
        { RawServer.Answer("403 Forbidden", """{"status":{"error":"Forbidden: Write access required"},"time":0.0}"""), "refused the key (403: Forbidden: Write access required)" },
        { RawServer.Answer("301 Moved Permanently", string.Empty, "text/plain", "Location: http://127.0.0.1:1/"), "sends requests elsewhere (301)" },
        { RawServer.Answer("500 Internal Server Error", string.Empty), "answered 500 and nothing more" },
        { RawServer.Answer("500 Internal Server Error", "\u001b[31mred\u0007" + new string('x', 100_000)), "answered 500: [31mred xxx" },
        { RawServer.Answer("503 Service Unavailable", """{"status":{"error":"Shard temporarily unavailable"},"time":0.0}"""), "answered 503: Shard temporarily unavailable" },
        { RawServer.Answer("429 Too Many Requests", """{"status":{"error":"Rate limiting exceeded"},"time":0.0}""", "application/json", "Retry-After: 7"), "answered 429: Rate limiting exceeded" },
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"version\":", "broke off in the middle" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ver", "broke off in the middle" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n", "does not speak HTTP as it should" },
        { "HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 100_000) + "\r\n\r\n", "does not speak HTTP as it should" },
        { "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", "does not speak HTTP as it should" },
        { "\0\0\u0006\u0004\0\0\0\0\0", "at 127.0.0.1:" },
        { string.Empty, "broke off in the middle" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whatever_answers_in_its_place_is_told_in_words_and_the_store_answers(string answer, string said)
    {
        await using var server = RawServer.Always(answer);
        await using var store = Open(server.Address);

        Assert.Equal(["a"], await FindAsync(store));

        var (state, explained) = (await store.TendAsync(None), await ExplainAsync(store));
        Assert.False(state.InUse);
        Assert.Contains(said, state.Text, StringComparison.Ordinal);
        Assert.Equal(state.Text, explained.Index);
        Assert.Equal("a", Assert.Single(explained.Hits).Place.DocumentId);
        Assert.DoesNotContain(Key, state.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(state.Text, char.IsControl);
        Assert.InRange(state.Text.Length, 30, 600);
    }

    [Fact]
    public async Task Answers_that_come_byte_by_byte_are_read_whole()
    {
        await using var server = new RawServer(async (method, path, body) => (await RelayAsync(method, path, body)).Chunk(1));
        await using var store = Open(server.Address);

        Assert.True((await store.TendAsync(None)).InUse);
        Assert.Equal(["a"], await FindAsync(store));

        Assert.Equal(1, _stub.Queries);
        Assert.Equal("searched in Qdrant 1.19.0", (await ExplainAsync(store)).Index);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_cut_anywhere_is_trouble_and_nothing_else(bool isMeasured)
    {
        byte[] whole = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + (isMeasured ? "Content-Length: 41\r\n" : string.Empty) + "\r\n" + """{"result":{"count":12345},"status":"okay"}"""[..41]);
        whole = isMeasured ? whole : Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + """{"result":{"count":12345},"status":"okay"}""");
        var length = 0;
        await using var server = new RawServer((_, _, _) => Task.FromResult<IEnumerable<byte[]>>([whole[..length]]));
        using var client = new QdrantClient(new QdrantOptions { Url = server.Address }, _clock);
        for (; length < whole.Length; length++)
        {
            await Assert.ThrowsAsync<QdrantException>(() => client.AskAsync(HttpMethod.Get, "x", null, r => r.GetProperty("count").GetInt32(), None));
        }

        if (!isMeasured)
        {
            Assert.Equal(12345, await client.AskAsync(HttpMethod.Get, "x", null, r => r.GetProperty("count").GetInt32(), None));
        }
    }

    [Theory]
    [InlineData("""{"result":{"points":null}}""")]
    [InlineData("""{"result":{"points":[{"score":1}]}}""")]
    [InlineData("""{"result":{"points":[{"payload":{"key":"1"},"score":1}]}}""")]
    [InlineData("""{"result":{"points":[{"payload":{"key":1.5},"score":1}]}}""")]
    [InlineData("""{"result":{"points":[{"payload":{"key":1},"score":"high"}]}}""")]
    [InlineData("""{"result":{"points":[{"payload":{"key":99999999999999999999},"score":1}]}}""")]
    [InlineData("""{"result":[1]}""")]
    [InlineData("""{"result":null}""")]
    [InlineData("""["points"]""")]
    public async Task An_answer_of_another_shape_is_no_answer(string answer)
    {
        await using var store = Open(_stub.Address);
        await store.TendAsync(None);
        _stub.Fault = http => AnswerAsync(http, answer);

        Assert.Equal(["a"], await FindAsync(store));

        Assert.Contains("lacks what belongs there", (await ExplainAsync(store)).Index, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"result":{"points":[{"payload":{"key":1},"score":9},{"payload":{"key":-5},"score":8}]}}""")]
    [InlineData("""{"result":{"points":[{"payload":{"key":9223372036854775807},"score":1e300}]}}""")]
    public async Task Passages_that_do_not_exist_are_not_shown_and_the_store_answers(string answer)
    {
        await using var store = Open(_stub.Address);
        await store.TendAsync(None);
        _stub.Fault = http => AnswerAsync(http, answer);

        Assert.Equal(["a"], await FindAsync(store));
    }

    [Fact]
    public async Task A_passage_given_many_times_is_shown_once()
    {
        await using var store = Open(_stub.Address);
        await store.TendAsync(None);
        using var plain = new SqliteKnowledgeStore(Database);
        var key = await plain.FirstKeyAsync(new DocumentKey("default", "a"), None);
        _stub.Fault = http => AnswerAsync(http, $$$"""{"result":{"points":[{"payload":{"key":{{{key}}}},"score":9},{"payload":{"key":{{{key}}}},"score":8}]}}""");

        Assert.Equal(["a"], await FindAsync(store));

        Assert.Null(_stub.Fault = null);
    }

    [Fact]
    public async Task A_server_slower_than_its_time_is_left_alone_for_a_while_and_the_store_answers()
    {
        await using var store = Open(_stub.Address, _clock);
        await store.TendAsync(None);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _stub.Fault = async http =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        var found = FindAsync(store);
        await arrived.Task;
        _clock.Move(TimeSpan.FromSeconds(6));

        Assert.Equal(["a"], await found);
        Assert.Contains("did not answer within 5 s", (await ExplainAsync(store)).Index, StringComparison.Ordinal);
        var queries = _stub.Queries;
        Assert.Equal(["a"], await FindAsync(store));
        Assert.Equal(queries, _stub.Queries);

        _stub.Fault = null;
        _clock.Move(TimeSpan.FromSeconds(16));
        Assert.Equal(["a"], await FindAsync(store));
        Assert.Equal(queries + 1, _stub.Queries);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_no_fault_of_Qdrant()
    {
        await using var store = Open(_stub.Address, _clock);
        await store.TendAsync(None);
        using var leaving = new CancellationTokenSource();
        _stub.Fault = async http =>
        {
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FindAsync(store, leaving.Token));

        _stub.Fault = null;
        Assert.True((await store.TendAsync(None)).InUse);
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_as_long_as_it_wants()
    {
        await using var store = Open(_stub.Address, _clock);
        await store.TendAsync(None);
        Busy(seconds: 120);

        Assert.Equal(["a"], await FindAsync(store));
        _stub.Fault = null;

        _clock.Move(TimeSpan.FromSeconds(119));
        Assert.Equal(["a"], await FindAsync(store));
        Assert.Equal(1, _stub.Queries);
        Assert.Contains("Rate limiting exceeded", (await ExplainAsync(store)).Index, StringComparison.Ordinal);
        _clock.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(["a"], await FindAsync(store));
        Assert.Equal(2, _stub.Queries);
    }

    [Fact]
    public async Task A_write_that_is_told_to_come_back_comes_back()
    {
        var clock = new HastyClock(KnowledgeLibrary.Now, TimeSpan.FromSeconds(60));
        using var client = new QdrantClient(new QdrantOptions { Url = _stub.Address }, clock);
        var refusals = 2;
        _stub.Fault = async http =>
        {
            if (refusals-- > 0)
            {
                http.Response.Headers.RetryAfter = "9";
                await QdrantStub.RefuseAsync(http, 429, "Rate limiting exceeded: Write rate limit exceeded");
                return true;
            }

            return false;
        };

        await client.WriteAsync(HttpMethod.Post, "collections/aliases", new { actions = Array.Empty<object>() }, None);

        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9)], clock.Pauses);
        Assert.Equal(3, _stub.Requests.Count);
    }

    [Fact]
    public async Task A_write_is_not_kept_waiting_for_minutes()
    {
        var clock = new HastyClock(KnowledgeLibrary.Now, TimeSpan.FromSeconds(60));
        using var client = new QdrantClient(new QdrantOptions { Url = _stub.Address }, clock);
        Busy(seconds: 600);

        var busy = await Assert.ThrowsAsync<QdrantException>(() => client.WriteAsync(HttpMethod.Post, "collections/aliases", new { actions = Array.Empty<object>() }, None));

        Assert.Equal(TimeSpan.FromMinutes(10), busy.RetryAfter);
        Assert.Empty(clock.Pauses);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        using var content = new ByteArrayContent(new byte[100_000]);

        var (bytes, isWhole) = await LimitedContent.ReadAsync(content, 1000, None);

        Assert.Equal((1000, false), (bytes.Length, isWhole));
        using var fitting = new ByteArrayContent(new byte[1000]);
        Assert.True((await LimitedContent.ReadAsync(fitting, 1000, None)).IsWhole);
    }

    [Theory]
    [InlineData("a key")]
    [InlineData("key\n")]
    [InlineData("schlüssel")]
    public void A_key_that_can_not_be_sent_is_refused_at_start(string key)
        => Assert.Contains(new KnowledgeOptions { Qdrant = new QdrantOptions { Url = new Uri("http://127.0.0.1:6333"), ApiKey = key } }.Faults(), f => f.Contains("Copilot:Qdrant:ApiKey", StringComparison.Ordinal));

    private string Database => Path.Combine(_folder, "knowledge.db");

    private QdrantKnowledgeStore Open(Uri address, TimeProvider? time = null)
        => new(new SqliteKnowledgeStore(Database), new QdrantOptions { Url = address, ApiKey = Key, QuestionSeconds = time is null ? 60 : 5 }, time ?? TimeProvider.System, NullLogger.Instance);

    private void Busy(int seconds) => _stub.Fault = async http =>
    {
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await QdrantStub.RefuseAsync(http, 429, "Rate limiting exceeded: Read rate limit exceeded");
        return true;
    };

    private static async Task<bool> AnswerAsync(HttpContext http, string answer)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer);
        return true;
    }

    private async Task<byte[]> RelayAsync(string method, string path, byte[] body)
    {
        using var http = new HttpClient { BaseAddress = _stub.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body.Length == 0 ? null : new ByteArrayContent(body) };
        request.Content?.Headers.ContentType = new("application/json");
        using var answer = await http.SendAsync(request);
        return Encoding.UTF8.GetBytes(RawServer.Answer($"{(int)answer.StatusCode} {answer.ReasonPhrase}", await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<string[]> FindAsync(QdrantKnowledgeStore store, CancellationToken cancellationToken = default)
        => [.. (await store.SearchAsync(KnowledgeStoreContract.Words("glove"), cancellationToken)).Select(c => c.DocumentId)];

    private static async Task<SearchExplanation> ExplainAsync(QdrantKnowledgeStore store)
    {
        using var vectors = new QuestionVectors(store, new Embedders(null), TimeProvider.System, NullLogger<QuestionVectors>.Instance);
        var search = new KnowledgeSearch(
            store,
            new HybridRetriever(store, new QuestionReader(store, new Synonyms()), vectors, new GateCheck([], NullLogger<GateCheck>.Instance)),
            new PassageReranker(null, NullLogger<PassageReranker>.Instance),
            TimeProvider.System);
        return await search.ExplainAsync(new KnowledgeQuery { Text = "gloves", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep) }, null, None);
    }
}
