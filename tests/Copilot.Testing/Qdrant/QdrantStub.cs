using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Testing.Qdrant;

/// <summary>
/// A Qdrant on a socket: it takes only what the published REST interface of Qdrant knows (docs/redoc/master/openapi.json of its repository) and what this product may send, filters and
/// scores as documented, and words its errors likewise. What a correct client never sends is kept in <see cref="Violations"/>.
/// </summary>
public sealed class QdrantStub : IAsyncDisposable
{
    public const long LargestBody = 32 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StubCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    private QdrantStub(WebApplication app)
    {
        _app = app;
        app.Run(HandleAsync);
    }

    /// <summary>The key it wants, or null.</summary>
    public string? ApiKey { get; set; }

    public Version Version { get; set; } = new(1, 19, 0);

    /// <summary>Handles a request in the place of the stub when it gives true: a fault.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    /// <summary>What a correct client never sends.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>What was asked: method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The collections and how many points each has.</summary>
    public IReadOnlyDictionary<string, int> Collections
    {
        get
        {
            lock (_lock)
            {
                return _collections.ToDictionary(c => c.Key, c => c.Value.Points.Count);
            }
        }
    }

    public IReadOnlyDictionary<string, string> Aliases
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, string>(_aliases);
            }
        }
    }

    /// <summary>How many queries it answered or refused.</summary>
    public int Queries => Requests.Count(r => r.EndsWith("/points/query", StringComparison.Ordinal));

    public static async Task<QdrantStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.Limits.MaxRequestBodySize = 4 * LargestBody;
        });
        var stub = new QdrantStub(builder.Build());
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>The creation requests of the collections, as they came.</summary>
    public IReadOnlyDictionary<string, JsonElement> Shapes()
    {
        lock (_lock)
        {
            return _collections.ToDictionary(c => c.Key, c => c.Value.Shape);
        }
    }

    /// <summary>Loses every collection and alias, as a server does that was put back to nothing.</summary>
    public void LoseAll()
    {
        lock (_lock)
        {
            _collections.Clear();
            _aliases.Clear();
        }
    }

    /// <summary>Loses half of the points and says nothing.</summary>
    public void LoseHalf()
    {
        lock (_lock)
        {
            foreach (var collection in _collections.Values)
            {
                var lost = collection.Points.Take(collection.Points.Count / 2).Select(p => p.Id).ToList();
                collection.Delete(JsonSerializer.SerializeToElement(new { points = lost }));
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { status = new { error }, time = 0.0 });
    }

    private async Task HandleAsync(HttpContext http)
    {
        var (method, path) = (http.Request.Method, http.Request.Path.Value!.Trim('/'));
        Requests.Enqueue($"{method} /{path}");
        if (Fault is { } fault && await fault(http))
        {
            return;
        }

        if (ApiKey is not null && path is not ("" or "healthz" or "readyz" or "livez") && !IsKeyRight(http))
        {
            http.Response.StatusCode = 401;
            http.Response.ContentType = "text/plain";
            await http.Response.WriteAsync(http.Request.Headers.ContainsKey("api-key") ? "Invalid API key or JWT" : "Must provide an API key or an Authorization bearer token");
            return;
        }

        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (bytes.Length > LargestBody)
        {
            await RefuseAsync(http, 400, $"Payload error: JSON payload ({bytes.Length} bytes) is larger than allowed (limit: {LargestBody} bytes).");
            return;
        }

        var clock = Stopwatch.StartNew();
        object answer;
        try
        {
            using var body = bytes.Length == 0 ? null : JsonDocument.Parse(bytes.ToArray());
            if (body is not null && http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            {
                throw StubRefusal.Violation("a body that does not call itself application/json");
            }

            lock (_lock)
            {
                answer = Answer(method, path, http.Request.Query, body?.RootElement.Clone() ?? default);
            }
        }
        catch (StubRefusal refusal)
        {
            if (refusal.IsViolation)
            {
                Violations.Enqueue($"{method} /{path}: {refusal.Message}");
            }

            await RefuseAsync(http, refusal.Status, refusal.Message);
            return;
        }

        await http.Response.WriteAsJsonAsync(path.Length == 0 ? answer : new { result = answer, status = "ok", time = clock.Elapsed.TotalSeconds });
    }

    private bool IsKeyRight(HttpContext http)
        => http.Request.Headers["api-key"] == ApiKey || http.Request.Headers.Authorization == $"Bearer {ApiKey}";

    private object Answer(string method, string path, IQueryCollection query, JsonElement body)
        => (method, path.Split('/')) switch
        {
            ("GET", [""]) => new { title = "qdrant - vector search engine", version = Version.ToString(3), commit = "stub" },
            ("GET", ["collections"]) => new { collections = _collections.Keys.Select(name => new { name }) },
            ("GET", ["aliases"]) => new { aliases = _aliases.Select(a => new { alias_name = a.Key, collection_name = a.Value }) },
            ("POST", ["collections", "aliases"]) => ChangeAliases(body),
            ("GET", ["collections", var name, "exists"]) => new { exists = _collections.ContainsKey(name) || _aliases.ContainsKey(name) },
            ("GET", ["collections", var name]) => Told(Named(name)),
            ("PUT", ["collections", var name]) => Make(name, body),
            ("DELETE", ["collections", var name]) => Remove(name),
            ("PUT", ["collections", var name, "index"]) => Done(query, () => Named(name).AddIndex(body)),
            ("PUT", ["collections", var name, "points"]) => Done(query, () => Named(name).Put(body)),
            ("POST", ["collections", var name, "points", "delete"]) => Done(query, () => Named(name).Delete(body)),
            ("POST", ["collections", var name, "points", "batch"]) => DoneAll(query, () => Named(name).Change(body)),
            ("POST", ["collections", var name, "points", "query"]) => new { points = StubQuery.Answer(Named(name), body, Version) },
            ("POST", ["collections", var name, "points", "count"]) => new { count = Count(Named(name), body) },
            _ => throw new StubRefusal(404, string.Empty, violation: true),
        };

    private StubCollection Named(string name)
        => _collections.GetValueOrDefault(_aliases.GetValueOrDefault(name, name)) ?? throw StubRefusal.Missing(name);

    private static object Told(StubCollection collection) => new
    {
        status = "green",
        points_count = collection.Points.Count,
        config = new { @params = new { vectors = collection.Shape.GetProperty("vectors") } },
        payload_schema = collection.Indexes.ToDictionary(i => i.Key, i => new { data_type = i.Value, points = collection.Points.Count }),
    };

    private bool Make(string name, JsonElement body)
    {
        if (_collections.ContainsKey(name))
        {
            throw new StubRefusal(409, $"Wrong input: Collection `{name}` already exists!");
        }

        if (_aliases.ContainsKey(name))
        {
            throw new StubRefusal(400, $"Wrong input: Can't create collection with name {name}. Alias with the same name already exists");
        }

        _collections[name] = new StubCollection(body, Version);
        return true;
    }

    // The aliases of a collection go with it.
    private bool Remove(string name)
    {
        foreach (var alias in _aliases.Where(a => a.Value == name).Select(a => a.Key).ToList())
        {
            _aliases.Remove(alias);
        }

        return _collections.Remove(name);
    }

    // A write is only searchable at once when it was waited for: this product always does.
    private static object Done(IQueryCollection query, Action work)
    {
        if (query["wait"] != "true")
        {
            throw StubRefusal.Violation("a write without wait=true");
        }

        work();
        return new { operation_id = 1, status = "completed" };
    }

    private static object DoneAll(IQueryCollection query, Func<int> work)
    {
        if (query["wait"] != "true")
        {
            throw StubRefusal.Violation("a write without wait=true");
        }

        return Enumerable.Range(1, work()).Select(i => new { operation_id = i, status = "completed" });
    }

    private static int Count(StubCollection collection, JsonElement body)
    {
        body.Only("count", "filter", "exact");
        var filter = body.Find("filter") is { } told ? new StubFilter(told, collection) : null;
        return collection.Points.Count(p => filter?.Passes(p.Payload) != false);
    }

    private bool ChangeAliases(JsonElement body)
    {
        body.Only("aliases", "actions!");
        foreach (var action in body.List("actions"))
        {
            action.Only("alias action", "create_alias", "delete_alias");
            if (action.Find("delete_alias") is { } delete)
            {
                var gone = delete.Only("delete_alias", "alias_name!").Text("alias_name");
                _ = _aliases.Remove(gone) ? true : throw new StubRefusal(404, $"Not found: Alias {gone} does not exists!");
            }

            if (action.Find("create_alias") is { } create)
            {
                var (alias, name) = (create.Only("create_alias", "collection_name!", "alias_name!").Text("alias_name"), create.Text("collection_name"));
                _ = !_collections.ContainsKey(name) ? throw StubRefusal.Missing(name)
                    : _collections.ContainsKey(alias) ? throw new StubRefusal(409, $"Wrong input: Collection `{alias}` already exists!")
                    : _aliases[alias] = name;
            }
        }

        return true;
    }
}
