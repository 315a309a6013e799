using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Benchmarks.Bare;

/// <summary>The same two requests of a turn, straight at the model's endpoint, with nothing around them.</summary>
internal sealed class DirectVoice(ScriptedVoice voice, (string Plan, string Answer) bodies) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Plans, and then reads the answer piece by piece.</summary>
    public async IAsyncEnumerable<string> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in PiecesAsync(bodies.Plan, cancellationToken))
        {
            _ = piece;
        }

        await foreach (var piece in PiecesAsync(bodies.Answer, cancellationToken))
        {
            yield return piece;
        }
    }

    /// <summary>Until the first sentence is whole.</summary>
    public async Task ReadSentenceAsync(CancellationToken cancellationToken)
    {
        await foreach (var piece in StreamAsync(cancellationToken))
        {
            if (piece.Contains("].", StringComparison.Ordinal))
            {
                break;
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async IAsyncEnumerable<string> PiecesAsync(string body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, voice.Chat) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal) && JsonNode.Parse(line[6..])!["choices"] is JsonArray { Count: > 0 } choices && choices[0]!["delta"]?["content"]?.ToString() is { } text)
            {
                yield return text;
            }
        }
    }
}
