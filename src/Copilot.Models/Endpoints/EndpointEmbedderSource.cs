using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Models.Endpoints;

/// <summary>The embedder that is configured.</summary>
internal sealed class EndpointEmbedderSource : IEmbedderSource, IDisposable
{
    private readonly ModelOptions _model;
    private readonly EndpointConnection _connection;
    private readonly EndpointLane _patient;
    private readonly EndpointLane _brisk;
    private readonly IEmbeddingWire _wire;
    private readonly ILogger _logger;

    /// <summary>Makes the source; nothing is sent yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public EndpointEmbedderSource(ModelOptions model, TimeProvider time, ILogger<EndpointEmbedderSource> logger)
    {
        _model = model;
        _logger = logger;
        _connection = new EndpointConnection(model, time);
        _patient = EndpointLane.Patient(model.Model, time, logger);
        _brisk = EndpointLane.Brisk(model.Model, time, logger);
        _wire = model.Kind == ModelKind.Ollama
            ? new OllamaEmbeddingWire(_connection, model, logger)
            : new OpenAiEmbeddingWire(_connection, model, EndpointAddress.Of(model, "/embeddings"));
    }

    /// <inheritdoc/>
    public bool IsFitted => false;

    /// <inheritdoc/>
    public async Task<ITextEmbedder> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var vector = (await _wire.EmbedAsync([EndpointEmbedder.Prefixed(_model.PassagePrefix, "dimension")], _patient, cancellationToken))[0];
            if (_model.Dimension > 0 && vector.Length != _model.Dimension)
            {
                throw new CopilotException(FormattableString.Invariant(
                    $"The model {_model.Model} gives vectors of {vector.Length} numbers, and {_model.Variable("Dimension")} asks for {_model.Dimension}: set it to {vector.Length} or remove it."));
            }

            Log.EmbedderOpened(_logger, _model.Model, vector.Length);
            return new EndpointEmbedder(_model, vector.Length, _wire, _patient, _brisk, _logger);
        }
        catch (EndpointException fault)
        {
            Log.Failed(_logger, _model.Model, fault.Fault.ToString(), fault.Detail);
            throw FaultTexts.Of(fault, _model);
        }
    }

    /// <inheritdoc/>
    public Task<byte[]?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken)
        => throw new InvalidOperationException("The embedder is at an endpoint; open it.");

    /// <inheritdoc/>
    public ITextEmbedder Load(ReadOnlyMemory<byte> model) => throw new InvalidOperationException("The embedder is at an endpoint; open it.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _patient.Dispose();
        _brisk.Dispose();
    }
}
