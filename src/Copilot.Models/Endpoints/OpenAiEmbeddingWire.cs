using System.Text.Json;

namespace Copilot.Models.Endpoints;

/// <summary>
/// <c>POST /embeddings</c> as OpenAI defined it and as others follow it. <c>encoding_format</c> is not sent, because some proxies refuse it; both forms are read.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="model">The model.</param>
/// <param name="address">Where to post.</param>
internal sealed class OpenAiEmbeddingWire(EndpointConnection connection, ModelOptions model, Uri address) : IEmbeddingWire
{
    // Servers of models that can't shorten their vectors refuse the wish even when it is what they give anyway.
    private volatile bool _asksForDimension = model.Dimension > 0;

    /// <inheritdoc/>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EndpointLane lane, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(texts, _asksForDimension, lane, cancellationToken);
        }
        catch (EndpointException refusal) when (refusal.Fault == EndpointFault.FixedDimension && _asksForDimension)
        {
            _asksForDimension = false;
            return await OnceAsync(texts, asksForDimension: false, lane, cancellationToken);
        }
    }

    private async Task<float[][]> OnceAsync(IReadOnlyList<string> texts, bool asksForDimension, EndpointLane lane, CancellationToken cancellationToken)
    {
        var request = new Dictionary<string, object> { ["model"] = model.Model, ["input"] = texts };
        if (asksForDimension)
        {
            request["dimensions"] = model.Dimension;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(request);
        var answer = await lane.RunAsync(token => connection.PostAsync(address, body, AnswerSize.OfVectors(texts.Count), token), cancellationToken);
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, "an answer without data");
        }

        return InOrder.Of(data, texts.Count, item => item.TryGetProperty("embedding", out var embedding)
            ? VectorReader.Read(embedding)
            : throw new EndpointException(EndpointFault.WrongAnswer, "an entry without a vector"));
    }
}
