using Microsoft.Extensions.Logging;

namespace Copilot.Models.Endpoints;

/// <summary>
/// Sends many texts in requests that the server takes: cut into batches, halved when a batch is refused, and a text that is too long alone is shortened
/// until it fits. Servers tell neither their limits nor which text broke them.
/// </summary>
/// <param name="model">The model, for the log.</param>
/// <param name="mostTexts">The most texts in a request.</param>
/// <param name="logger">The log.</param>
internal sealed class TextBatches(string model, int mostTexts, ILogger logger)
{
    /// <summary>The most characters in a request: a third of what OpenAI takes, so that scripts with a token a character pass as well.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>The most characters of a text: about 8,000 tokens of English, the longest that common models take.</summary>
    public const int LongestText = 32_000;

    private const int ShortestCut = 32;

    /// <summary>Sends texts.</summary>
    /// <typeparam name="T">What comes back for a text.</typeparam>
    /// <param name="texts">The texts.</param>
    /// <param name="send">Sends a batch and gives one result for each text, in order.</param>
    /// <param name="without">What a text gets for which the model has no numbers.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>A result for each text, in order.</returns>
    public async Task<T[]> SendAsync<T>(IReadOnlyList<string> texts, Func<IReadOnlyList<string>, CancellationToken, Task<T[]>> send, Func<T> without, CancellationToken cancellationToken)
    {
        var results = new T[texts.Count];
        var batch = new List<Part>();
        var characters = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var text = Cut(texts[i], LongestText);
            if (batch.Count == mostTexts || (batch.Count > 0 && characters + text.Length > MostCharacters))
            {
                await SendBatchAsync(batch, results, send, without, cancellationToken);
                batch.Clear();
                characters = 0;
            }

            batch.Add(new Part(i, text));
            characters += text.Length;
        }

        if (batch.Count > 0)
        {
            await SendBatchAsync(batch, results, send, without, cancellationToken);
        }

        return results;
    }

    private async Task SendBatchAsync<T>(List<Part> batch, T[] results, Func<IReadOnlyList<string>, CancellationToken, Task<T[]>> send, Func<T> without, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await send([.. batch.Select(part => part.Text)], cancellationToken);
            for (var i = 0; i < batch.Count; i++)
            {
                results[batch[i].Place] = answers[i];
            }
        }
        catch (EndpointException refusal) when (refusal.Fault is EndpointFault.TooLong or EndpointFault.TooMany or EndpointFault.NotANumber)
        {
            if (batch.Count > 1)
            {
                // By length, so that what is too long comes together and the rest passes at once.
                List<Part> sorted = [.. batch.OrderBy(part => part.Text.Length)];
                await SendBatchAsync(sorted[..(sorted.Count / 2)], results, send, without, cancellationToken);
                await SendBatchAsync(sorted[(sorted.Count / 2)..], results, send, without, cancellationToken);
                return;
            }

            var (place, text) = batch[0];
            if (refusal.Fault == EndpointFault.NotANumber)
            {
                Log.NoVector(logger, model, text.Length);
                results[place] = without();
                return;
            }

            // A little below the share the server named: tokens are not spread evenly over a text.
            var left = (int)(text.Length * Math.Clamp((refusal.FittingShare ?? 0.55) * 0.9, 0.1, 0.9));
            if (left < ShortestCut)
            {
                throw;
            }

            Log.TextCut(logger, model, text.Length, left);
            await SendBatchAsync([new Part(place, Cut(text, left))], results, send, without, cancellationToken);
        }
    }

    private static string Cut(string text, int most)
        => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private readonly record struct Part(int Place, string Text);
}
