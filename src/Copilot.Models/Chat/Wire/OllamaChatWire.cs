using System.Text.Json;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// Ollama's <c>POST /api/chat</c>. The length of the context is said in each request, and prompts that don't fit are refused: otherwise Ollama cuts them from
/// the front, where the instructions are, without a word.
/// </summary>
/// <param name="traits">What holds for the model.</param>
internal sealed class OllamaChatWire(ChatTraits traits) : IChatWire
{
    /// <inheritdoc/>
    public Uri Address { get; } = EndpointAddress.Of(traits.Model, "/api/chat");

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream)
    {
        var entries = Transcript.Of(messages, options?.Instructions);
        return RequestJson.Object(json =>
        {
            json.WriteString("model", traits.Model.Model);
            json.WriteBoolean("stream", isStream);
            json.WriteBoolean("truncate", false);
            json.WriteBoolean("shift", false);
            if (traits.Chat.KeepAlive is { } keep)
            {
                KeepAlive(json, keep);
            }

            Thinking(json);
            Options(json, options);
            Format(json, options?.ResponseFormat);
            json.WriteStartArray("messages");
            foreach (var entry in entries)
            {
                Message(json, entry);
            }

            json.WriteEndArray();
            RequestJson.Tools(json, options);
        });
    }

    /// <inheritdoc/>
    public IAnswerReading Read(IReadOnlyList<ChatMessage> messages) => new OllamaReading(new CallIds(messages), new ThinkFilter(traits.Chat.StartsThinking), traits.Model.ApiKey);

    private static void Message(Utf8JsonWriter json, TranscriptEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("role", entry.Role.Value);
        json.WriteString("content", entry.Text);
        if (entry.CallId is not null)
        {
            // Newer versions match results by id, older ones by the tool's name.
            json.WriteString("tool_name", entry.ToolName);
            json.WriteString("tool_call_id", entry.CallId);
        }

        if (entry.Calls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in entry.Calls)
            {
                json.WriteStartObject();
                json.WriteString("id", call.CallId);
                json.WriteStartObject("function");
                json.WriteString("name", call.Name);
                json.WritePropertyName("arguments");
                json.WriteRawValue(Transcript.Arguments(call));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Options(Utf8JsonWriter json, ChatOptions? options)
    {
        json.WriteStartObject("options");
        json.WriteNumber("num_ctx", traits.ContextTokens);
        json.WriteNumber("num_predict", Math.Min(options?.MaxOutputTokens ?? int.MaxValue, traits.Chat.MaxOutputTokens));
        if (traits.Chat.Temperature)
        {
            RequestJson.Number(json, "temperature", options?.Temperature);
            RequestJson.Number(json, "top_p", options?.TopP);
        }

        if (options?.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        if (options?.StopSequences is { Count: > 0 } stops)
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                json.WriteStringValue(stop);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Models that can't think refuse the word even when it says no, so that nothing is sent unless it is configured.
    private void Thinking(Utf8JsonWriter json)
    {
        switch (traits.Chat.ReasoningEffort)
        {
            case null:
                break;
            case "none":
                json.WriteBoolean("think", false);
                break;
            case "minimal" or "low":
                json.WriteString("think", "low");
                break;
            case "medium":
                json.WriteString("think", "medium");
                break;
            default:
                json.WriteString("think", "high");
                break;
        }
    }

    // Seconds are a number for Ollama, spans with a unit are text.
    private static void KeepAlive(Utf8JsonWriter json, string keep)
    {
        if (int.TryParse(keep, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
        {
            json.WriteNumber("keep_alive", seconds);
        }
        else
        {
            json.WriteString("keep_alive", keep);
        }
    }

    private static void Format(Utf8JsonWriter json, ChatResponseFormat? format)
    {
        if (format is ChatResponseFormatJson { Schema: { } schema })
        {
            json.WritePropertyName("format");
            schema.WriteTo(json);
        }
        else if (format is ChatResponseFormatJson)
        {
            json.WriteString("format", "json");
        }
    }
}
