using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Writes what the wires have in common.</summary>
internal static class RequestJson
{
    // No text of a page goes here, so that letters need not be escaped: fewer bytes, and errors that people can read.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a JSON object.</summary>
    /// <param name="write">Writes its properties.</param>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the tools, where there are any.</summary>
    /// <param name="json">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>Whether there are tools.</returns>
    public static bool Tools(Utf8JsonWriter json, ChatOptions? options)
    {
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        if (tools.Count == 0 || options?.ToolMode is NoneChatToolMode)
        {
            return false;
        }

        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", tool.Name);
            json.WriteString("description", tool.Description);
            json.WritePropertyName("parameters");
            tool.JsonSchema.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        return true;
    }

    /// <summary>Writes a number where it is wished and allowed.</summary>
    /// <param name="json">The request.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number; null for none.</param>
    public static void Number(Utf8JsonWriter json, string name, float? value)
    {
        if (value is { } number && float.IsFinite(number) && Math.Abs(number) < 1000)
        {
            // As people write it: 0.1 and not 0.10000000149.
            json.WriteNumber(name, (decimal)number);
        }
    }
}
