using System.Collections.Concurrent;
using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>A collection with one dense and one sparse vector, both named, as its creation said.</summary>
internal sealed class StubCollection
{
    private readonly ConcurrentDictionary<string, StubPoint> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _indexes = new(StringComparer.Ordinal);

    public StubCollection(JsonElement request, Version version)
    {
        Shape = request.Only(
            "collection", "vectors!", "sparse_vectors", "strict_mode_config", "quantization_config", "hnsw_config", "optimizers_config", "shard_number", "replication_factor",
            "write_consistency_factor", "on_disk_payload", "metadata");
        foreach (var vector in request.GetProperty("vectors").EnumerateObject())
        {
            vector.Value.Only("vector", "size!", "distance!", "on_disk", "datatype");
            vector.Value.OneOf("distance", "Cosine", "Euclid", "Dot", "Manhattan");
            Size = vector.Value.Whole("size", 1);
            DenseName = DenseName is null ? vector.Name : throw StubRefusal.Violation("more than one dense vector");
        }

        foreach (var vector in request.Find("sparse_vectors") is { } sparse ? sparse.EnumerateObject().ToList() : [])
        {
            vector.Value.Only("sparse vector", "modifier", "index");
            vector.Value.OneOf("modifier", "none", "idf");
            HasIdf = vector.Value.Find("modifier") is not null && vector.Value.Text("modifier") == "idf";
            SparseName = vector.Name;
        }

        IsStrict = request.Find("strict_mode_config") is { } strict
            && strict.Only("strict mode", "enabled", "unindexed_filtering_retrieve", "unindexed_filtering_update", "max_query_limit", "max_timeout").Flag("enabled", false)
            && !strict.Flag("unindexed_filtering_retrieve", true);
        if (request.Find("quantization_config") is { } quantization)
        {
            CheckQuantization(quantization, version);
        }
    }

    public JsonElement Shape { get; }

    public int Size { get; }

    public string? DenseName { get; }

    public string? SparseName { get; }

    public bool HasIdf { get; }

    public bool IsStrict { get; }

    public ICollection<StubPoint> Points => _points.Values;

    public IReadOnlyDictionary<string, string> Indexes => _indexes;

    /// <summary>Refuses a filter over a field without an index of the right type, as strict mode does.</summary>
    public void Require(string field, string type)
    {
        if (IsStrict && _indexes.GetValueOrDefault(field) != type)
        {
            throw new StubRefusal(400, $"Bad request: Index required but not found for \"{field}\" of one of the following types: [{type}]. Help: Create an index for this key or use a different filter.", violation: true);
        }
    }

    public void AddIndex(JsonElement request)
    {
        request.Only("index", "field_name!", "field_schema!");
        var schema = request.GetProperty("field_schema");
        var type = schema.ValueKind == JsonValueKind.String ? schema.GetString()! : schema.Text("type");
        if (schema.ValueKind == JsonValueKind.Object)
        {
            _ = type switch
            {
                "keyword" => schema.Only("keyword index", "type!", "is_tenant", "on_disk"),
                "integer" => schema.Only("integer index", "type!", "lookup", "range", "is_principal", "on_disk"),
                _ => throw StubRefusal.Violation($"an index of type {type}"),
            };
        }

        if (!_points.IsEmpty && !_indexes.ContainsKey(request.Text("field_name")))
        {
            throw StubRefusal.Violation($"the index of {request.Text("field_name")} comes after points: graphs built before do not know it");
        }

        _indexes[request.Text("field_name")] = type;
    }

    public void Put(JsonElement request)
    {
        request.Only("points", "points!");
        var points = request.List("points").Select(PointOf).ToList();
        foreach (var point in points)
        {
            _points[point.Id] = point;
        }
    }

    public void Delete(JsonElement request)
    {
        request.Only("points selector", "points!");
        foreach (var id in request.List("points").Select(p => p.Id()).ToList())
        {
            _points.TryRemove(id, out _);
        }
    }

    /// <summary>Does the operations of a batch one after the other; what was done before one that fails stays done.</summary>
    /// <returns>How many there were.</returns>
    public int Change(JsonElement request)
    {
        request.Only("batch", "operations!");
        var operations = request.List("operations");
        foreach (var operation in operations)
        {
            SetPayload(operation.Only("operation", "set_payload!").GetProperty("set_payload"));
        }

        return operations.Count > 0 ? operations.Count : throw StubRefusal.Violation("a batch of nothing");
    }

    private void SetPayload(JsonElement request)
    {
        request.Only("set_payload", "payload!", "points!");
        var payload = request.GetProperty("payload");
        foreach (var (field, type) in _indexes)
        {
            CheckType(payload, field, type);
        }

        var points = request.List("points").Select(p => p.Id()).ToList();
        foreach (var point in points)
        {
            var known = _points.TryGetValue(point, out var found) ? found : throw new StubRefusal(404, $"Not found: No point with id {point} found");
            var merged = known.Payload.EnumerateObject().ToDictionary(f => f.Name, f => f.Value);
            foreach (var field in payload.EnumerateObject())
            {
                merged[field.Name] = field.Value;
            }

            _points[point] = known with { Payload = JsonSerializer.SerializeToElement(merged) };
        }
    }

    private StubPoint PointOf(JsonElement point)
    {
        point.Only("point", "id!", "vector!", "payload");
        float[]? dense = null;
        Dictionary<uint, float>? sparse = null;
        foreach (var vector in point.GetProperty("vector").EnumerateObject())
        {
            if (vector.Name == DenseName)
            {
                dense = Normal(Checked(vector.Value.Numbers()));
            }
            else if (vector.Name == SparseName)
            {
                sparse = Sparse(vector.Value);
            }
            else
            {
                throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {vector.Name}", violation: true);
            }
        }

        var payload = point.Find("payload") ?? throw StubRefusal.Violation("a point without payload");
        foreach (var (field, type) in _indexes)
        {
            CheckType(payload, field, type);
        }

        return new StubPoint(point.GetProperty("id").Id(), dense, sparse, payload.Clone());
    }

    public float[] Checked(float[] vector)
        => vector.Length == Size ? vector : throw new StubRefusal(400, $"Wrong input: Vector dimension error: expected dim: {Size}, got {vector.Length}");

    public static float[] Normal(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(n => n * n));
        return length == 0 ? vector : [.. vector.Select(n => n / length)];
    }

    public static Dictionary<uint, float> Sparse(JsonElement vector)
    {
        vector.Only("sparse vector", "indices!", "values!");
        var indices = vector.List("indices").Select(i => i.TryGetUInt32(out var index) ? index : throw StubRefusal.Violation("an index is no unsigned number of 32 bits")).ToList();
        var values = vector.GetProperty("values").Numbers();
        if (indices.Count != values.Length)
        {
            throw new StubRefusal(422, "Validation error in JSON body: [values: must be the same length as indices]", violation: true);
        }

        return indices.Distinct().Count() == indices.Count
            ? indices.Zip(values).ToDictionary(p => p.First, p => p.Second)
            : throw new StubRefusal(422, "Validation error in JSON body: [indices: must be unique]", violation: true);
    }

    private static void CheckType(JsonElement payload, string field, string type)
    {
        var kind = type == "keyword" ? JsonValueKind.String : JsonValueKind.Number;
        if (payload.Find(field) is { } value && !(value.ValueKind == kind || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == kind))))
        {
            throw StubRefusal.Violation($"the payload's {field} is not of its index's type {type}: nothing would ever match it");
        }
    }

    private static void CheckQuantization(JsonElement quantization, Version version)
    {
        string[] places = version >= new Version(1, 19) ? ["memory"] : ["always_ram"];
        quantization.Only("quantization", "scalar", "binary");
        if (quantization.Find("scalar") is { } scalar)
        {
            scalar.Only("scalar", ["type!", "quantile", .. places]);
            scalar.OneOf("type", "int8");
            scalar.OneOf("memory", "cold", "cached", "pinned");
        }

        quantization.Find("binary")?.Only("binary", places).OneOf("memory", "cold", "cached", "pinned");
    }
}
