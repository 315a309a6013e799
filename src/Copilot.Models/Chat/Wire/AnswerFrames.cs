using System.Text.Json;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// Reads the objects of an answer whatever dress it comes in: an event stream, an object a line, or one object. Servers mislabel them, so the content decides.
/// What fits none of them is a fault: a lost piece in the middle would make another answer of it.
/// </summary>
/// <param name="stream">The answer.</param>
/// <param name="most">The most bytes that are read.</param>
/// <param name="key">The key, which errors must not repeat.</param>
internal sealed class AnswerFrames(Stream stream, long most, string? key)
{
    private readonly AnswerLines _lines = new(stream, most);
    private readonly JsonGathering _json = new();
    private bool _isErrorEvent;

    /// <summary>Gets a value indicating whether the answer said that it is over (<c>[DONE]</c>).</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads the next object.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The object; null at the end.</returns>
    /// <exception cref="EndpointException">It can't be read, or it ends inside an object.</exception>
    public async ValueTask<JsonElement?> NextAsync(CancellationToken cancellationToken)
    {
        while (!IsDone && await _lines.NextAsync(cancellationToken))
        {
            if (Take(_lines.Line.Span.Trim(" \t"u8), _lines.IsCut) is { } whole)
            {
                return whole;
            }
        }

        return _json.IsOpen && !IsDone ? throw Cut() : null;
    }

    private static EndpointException Cut() => new(EndpointFault.Truncated, "the stream ended inside a piece");

    private JsonElement? Take(ReadOnlySpan<byte> line, bool isCut)
    {
        if (line.IsEmpty)
        {
            // An empty line ends an event; an object spread over lines may hold empty ones.
            _isErrorEvent = false;
            return null;
        }

        if (line[0] == (byte)'{' || (_json.IsOpen && !Has(line, "data"u8)))
        {
            return Gather(line, isCut);
        }

        if (Has(line, "data"u8))
        {
            return Data(Value(line), isCut);
        }

        if (Has(line, "event"u8))
        {
            _isErrorEvent = Value(line).SequenceEqual("error"u8);
            return null;
        }

        if (line[0] == (byte)':' || Has(line, "id"u8) || Has(line, "retry"u8))
        {
            return null;
        }

        throw isCut ? Cut() : new EndpointException(EndpointFault.NotTheApi, "a stream with something that belongs to none");
    }

    private JsonElement? Data(ReadOnlySpan<byte> value, bool isCut)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        if (value.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return _json.IsOpen ? throw new EndpointException(EndpointFault.WrongAnswer, "a piece that never ends") : null;
        }

        if (_isErrorEvent && value[0] != (byte)'{')
        {
            // The words are not repeated: nobody knows what they are.
            throw new EndpointException(EndpointFault.Failed, "an error without a code");
        }

        if (_isErrorEvent && Gather(value, isCut) is { } error)
        {
            throw EndpointErrors.Inside(error, key);
        }

        return _isErrorEvent ? null : Gather(value, isCut);
    }

    private JsonElement? Gather(ReadOnlySpan<byte> text, bool isCut)
        => _json.TryAdd(text, out var whole) ? whole
            : throw (isCut ? Cut() : new EndpointException(EndpointFault.WrongAnswer, "a piece that is no JSON object"));

    private static bool Has(ReadOnlySpan<byte> line, ReadOnlySpan<byte> field)
        => line.StartsWith(field) && (line.Length == field.Length || line[field.Length] == (byte)':');

    // One space after the colon belongs to the form; more do no harm to JSON.
    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line)
        => line[(line.IndexOf((byte)':') is >= 0 and var colon ? colon + 1 : line.Length)..].Trim(" \t"u8);
}
