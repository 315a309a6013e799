using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Copilot.Models.Endpoints;

/// <summary>Ollama's <c>POST /api/embed</c>; servers without it (older ones, and others that claim to be Ollama) are asked at <c>/v1/embeddings</c> from then on.</summary>
/// <param name="connection">The connection.</param>
/// <param name="model">The model.</param>
/// <param name="logger">The log.</param>
internal sealed class OllamaEmbeddingWire(EndpointConnection connection, ModelOptions model, ILogger logger) : IEmbeddingWire
{
    private readonly Uri _address = EndpointAddress.Of(model, "/api/embed");
    private readonly OpenAiEmbeddingWire _older = new(connection, model, EndpointAddress.Of(model, "/v1/embeddings"));
    private volatile bool _isOlder;

    /// <inheritdoc/>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EndpointLane lane, CancellationToken cancellationToken)
    {
        if (_isOlder)
        {
            return await _older.EmbedAsync(texts, lane, cancellationToken);
        }

        try
        {
            return await NativeAsync(texts, lane, cancellationToken);
        }
        catch (EndpointException refusal) when (refusal.Fault == EndpointFault.NoSuchPath)
        {
            var vectors = await _older.EmbedAsync(texts, lane, cancellationToken);
            Log.OlderOllama(logger, model.Model);
            _isOlder = true;
            return vectors;
        }
    }

    private async Task<float[][]> NativeAsync(IReadOnlyList<string> texts, EndpointLane lane, CancellationToken cancellationToken)
    {
        var request = new Dictionary<string, object> { ["model"] = model.Model, ["input"] = texts, ["truncate"] = true };
        if (model.Dimension > 0)
        {
            request["dimensions"] = model.Dimension;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        var answer = await lane.RunAsync(token => connection.PostAsync(_address, body, AnswerSize.OfVectors(texts.Count), token), cancellationToken);
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("embeddings", out var embeddings) || embeddings.ValueKind != JsonValueKind.Array)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, "an answer without embeddings");
        }

        return embeddings.GetArrayLength() == texts.Count
            ? [.. embeddings.EnumerateArray().Select(VectorReader.Read)]
            : throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"{embeddings.GetArrayLength()} results for {texts.Count} texts"));
    }
}
