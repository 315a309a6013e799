using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>A point: dense vectors are kept with length 1, as under the cosine distance.</summary>
internal sealed record StubPoint(string Id, float[]? Dense, IReadOnlyDictionary<uint, float>? Sparse, JsonElement Payload);
