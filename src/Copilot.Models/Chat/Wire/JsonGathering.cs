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
            // No token of JSON spans lines, so each line can be read to its end.
            var reader = new Utf8JsonReader(_text.WrittenSpan[^(line.Length + 1)..], isFinalBlock: false, _state);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                {
                    return false;
                }

                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject)
                {
                    // Something after the object would be lost.
                    if (!line[Math.Min((int)reader.BytesConsumed, line.Length)..].Trim(" \t\r"u8).IsEmpty)
                    {
                        return false;
                    }

                    using var document = JsonDocument.Parse(_text.WrittenMemory, Parsing);
                    whole = document.RootElement.Clone();
                    Clear();
                    return true;
                }
            }

            // What is left is a token that a line can't end in, such as text without its closing quote.
            _state = reader.CurrentState;
            return reader.BytesConsumed == line.Length + 1;
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
        _state = new JsonReaderState(Reading);
    }
}
