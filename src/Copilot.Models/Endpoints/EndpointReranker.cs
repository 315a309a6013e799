using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Models.Endpoints;

/// <summary>
/// <c>POST /rerank</c> as Jina, Cohere (v1 and v2), vLLM and LiteLLM have it, and the form of Text Embeddings Inference. Batches can be scored one after the other
/// because the model looks at each passage with the question alone.
/// </summary>
internal sealed class EndpointReranker : IReranker, IDisposable
{
    private const int LongestQuestion = 4000;
    private const string Documents = "documents";
    private const string Texts = "texts";

    private readonly ModelOptions _model;
    private readonly Uri _address;
    private readonly EndpointConnection _connection;
    private readonly EndpointLane _lane;
    private readonly TextBatches _batches;
    private readonly ILogger _logger;

    // Text Embeddings Inference calls the passages "texts" and refuses the other name with status 422.
    private volatile string _passagesName = Documents;

    /// <summary>Makes the reranker; nothing is sent yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public EndpointReranker(ModelOptions model, TimeProvider time, ILogger<EndpointReranker> logger)
    {
        _model = model;
        _logger = logger;
        _address = EndpointAddress.Of(model, "/rerank");
        _connection = new EndpointConnection(model, time);
        _lane = EndpointLane.Brisk(model.Model, time, logger);
        _batches = new TextBatches(model.Model, model.BatchSize, logger);
    }

    /// <inheritdoc/>
    public string ModelId => $"{_model.Kind.ToString().ToLowerInvariant()}/{_model.Model}";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(passages);
        var asked = question.Length > LongestQuestion ? question[..LongestQuestion] : question;
        var scores = new double?[passages.Count];
        var told = Enumerable.Range(0, passages.Count).Where(i => !string.IsNullOrWhiteSpace(passages[i])).ToArray();
        try
        {
            var answers = await _batches.SendAsync<double?>([.. told.Select(i => passages[i])], (batch, token) => OnceAsync(asked, batch, token), () => null, cancellationToken);
            for (var i = 0; i < told.Length; i++)
            {
                scores[told[i]] = answers[i];
            }
        }
        catch (EndpointException fault)
        {
            Log.Failed(_logger, _model.Model, fault.Fault.ToString(), fault.Detail);
            throw FaultTexts.Of(fault, _model);
        }

        // What can't be scored (a passage without words) comes last.
        var least = scores.Min() ?? 0;
        return [.. scores.Select(score => score ?? least - 1)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _lane.Dispose();
    }

    private async Task<double?[]> OnceAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(question, passages, _passagesName, cancellationToken);
        }
        catch (EndpointException refusal) when (refusal.Status == 422 && _passagesName == Documents)
        {
            var scores = await OnceAsync(question, passages, Texts, cancellationToken);
            _passagesName = Texts;
            return scores;
        }
    }

    private async Task<double?[]> OnceAsync(string question, IReadOnlyList<string> passages, string passagesName, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["model"] = _model.Model,
            ["query"] = question,
            [passagesName] = passages,
            ["top_n"] = passages.Count,
        });
        var most = AnswerSize.OfScores(question.Length + passages.Sum(passage => (long)passage.Length));
        var answer = await _lane.RunAsync(token => _connection.PostAsync(_address, body, most, token), cancellationToken);
        return InOrder.Of(Results(answer), passages.Count, Score);
    }

    private static JsonElement Results(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Array)
        {
            return answer;
        }

        foreach (var name in new[] { "results", "data" })
        {
            if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var results) && results.ValueKind == JsonValueKind.Array)
            {
                return results;
            }
        }

        throw new EndpointException(EndpointFault.WrongAnswer, "an answer without results");
    }

    private static double? Score(JsonElement result)
    {
        foreach (var name in new[] { "relevance_score", "score" })
        {
            if (result.TryGetProperty(name, out var score))
            {
                return score.ValueKind == JsonValueKind.Number && double.IsFinite(score.GetDouble())
                    ? score.GetDouble()
                    : throw new EndpointException(EndpointFault.NotANumber, "a score that is no number");
            }
        }

        throw new EndpointException(EndpointFault.WrongAnswer, "a result without a score");
    }
}
