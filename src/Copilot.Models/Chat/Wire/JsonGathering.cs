using System.Buffers;
using System.Text.Json;

namespace Copilot.Models.Chat.Wire;

/// <summary>Puts a JSON object together from lines, each looked at once, and knows when it is whole: answers come on one line, spread over many, or cut.</summary>
internal sealed class JsonGathering
{
    private const int Deepest = 64;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = Deepest };
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = Deepest };

    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private int _consumed;
    private JsonReaderState _state = new(Reading);

    /// <summary>Gets a value indicating whether an object has begun and is not whole.</summary>
    public bool IsOpen => _text.WrittenCount > 0;

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="whole">The object, when the line completes it.</param>
    /// <returns>False when this is no JSON object.</returns>
    public bool TryAdd(ReadOnlySpan<byte> line, out JsonElement? whole)
    {
        whole = null;
        _text.Write(line);
        _text.Write("\n"u8);
        try
        {
            // What the reader could not finish, such as a comma before the next line, it reads again; all else it reads once.
            var rest = _text.WrittenSpan[_consumed..];
            var reader = new Utf8JsonReader(rest, isFinalBlock: false, _state);
            while (reader.Read())
            {
                if (reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.StartObject)
                {
                    continue;
                }

                // Something after the object would be lost.
                if (reader.TokenType != JsonTokenType.EndObject || !rest[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty)
                {
                    return false;
                }

                using var document = JsonDocument.Parse(_text.WrittenMemory, Parsing);
                whole = document.RootElement.Clone();
                Clear();
                return true;
            }

            (_state, _consumed) = (reader.CurrentState, _consumed + (int)reader.BytesConsumed);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Forgets what was gathered.</summary>
    public void Clear()
    {
        _text.ResetWrittenCount();
        _consumed = 0;
        _state = new JsonReaderState(Reading);
    }
}
