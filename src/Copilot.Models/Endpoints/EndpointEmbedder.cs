using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Models.Endpoints;

/// <summary>An embedder at an endpoint.</summary>
internal sealed class EndpointEmbedder : ITextEmbedder
{
    private readonly ModelOptions _model;
    private readonly IEmbeddingWire _wire;
    private readonly EndpointLane _patient;
    private readonly EndpointLane _brisk;
    private readonly TextBatches _batches;
    private readonly ILogger _logger;

    /// <summary>Makes the embedder of a model whose dimension is known.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dimension">Its dimension.</param>
    /// <param name="wire">How it is asked.</param>
    /// <param name="patient">The lane of passages.</param>
    /// <param name="brisk">The lane of questions.</param>
    /// <param name="logger">The log.</param>
    public EndpointEmbedder(ModelOptions model, int dimension, IEmbeddingWire wire, EndpointLane patient, EndpointLane brisk, ILogger logger)
    {
        _model = model;
        _wire = wire;
        _patient = patient;
        _brisk = brisk;
        _logger = logger;
        _batches = new TextBatches(model.Model, model.BatchSize, logger);
        Dimension = dimension;
        var prefixes = model.QueryPrefix.Length + model.PassagePrefix.Length > 0 ? $"/{Uri.EscapeDataString(model.QueryPrefix.Trim())}/{Uri.EscapeDataString(model.PassagePrefix.Trim())}" : string.Empty;
        ModelId = FormattableString.Invariant($"{model.Kind.ToString().ToLowerInvariant()}/{model.Model}/{dimension}{prefixes}");
    }

    /// <inheritdoc/>
    public string ModelId { get; }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public int BatchSize => _model.BatchSize;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];

        // Servers refuse empty texts; they have no direction anyway.
        var told = Enumerable.Range(0, texts.Count).Where(i => !string.IsNullOrWhiteSpace(texts[i])).ToArray();
        var prefix = purpose == EmbeddingPurpose.Question ? _model.QueryPrefix : _model.PassagePrefix;
        var lane = purpose == EmbeddingPurpose.Question ? _brisk : _patient;
        try
        {
            var answers = await _batches.SendAsync([.. told.Select(i => Prefixed(prefix, texts[i]))], (batch, token) => CheckedAsync(batch, lane, token), () => new float[Dimension], cancellationToken);
            for (var i = 0; i < told.Length; i++)
            {
                vectors[told[i]] = answers[i];
            }
        }
        catch (EndpointException fault)
        {
            Log.Failed(_logger, _model.Model, fault.Fault.ToString(), fault.Detail);
            throw FaultTexts.Of(fault, _model);
        }

        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] ??= new float[Dimension];
        }

        return vectors;
    }

    /// <summary>Writes a prefix before a text, with a space between: settings lose spaces at their end.</summary>
    /// <param name="prefix">The prefix; empty for none.</param>
    /// <param name="text">The text.</param>
    public static string Prefixed(string prefix, string text) => prefix.Length == 0 ? text : $"{prefix.TrimEnd()} {text}";

    private async Task<float[][]> CheckedAsync(IReadOnlyList<string> texts, EndpointLane lane, CancellationToken cancellationToken)
    {
        var vectors = await _wire.EmbedAsync(texts, lane, cancellationToken);
        return Array.Find(vectors, vector => vector.Length != Dimension) is { } other
            ? throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"a vector of {other.Length} numbers in place of {Dimension}: another model answers now than at the start"))
            : vectors;
    }
}
