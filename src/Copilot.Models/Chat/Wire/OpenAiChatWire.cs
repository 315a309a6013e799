using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary><c>POST /chat/completions</c> as OpenAI, Azure, vLLM, LiteLLM, llama.cpp and Ollama's <c>/v1</c> have it; what they differ in is configuration.</summary>
/// <param name="traits">What holds for the model.</param>
internal sealed class OpenAiChatWire(ChatTraits traits) : IChatWire
{
    /// <inheritdoc/>
    public Uri Address { get; } = ChatAddress.Of(traits.Model);

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream)
    {
        var entries = Transcript.Of(messages, options?.Instructions);
        return RequestJson.Object(json =>
        {
            json.WriteString("model", traits.Model.Model);
            json.WriteBoolean("stream", isStream);
            if (isStream && traits.Chat.StreamUsage)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }

            json.WriteNumber(traits.MaxCompletionTokens ? "max_completion_tokens" : "max_tokens", Math.Min(options?.MaxOutputTokens ?? int.MaxValue, traits.Chat.MaxOutputTokens));
            json.WriteStartArray("messages");
            foreach (var entry in entries)
            {
                Message(json, entry);
            }

            json.WriteEndArray();
            if (RequestJson.Tools(json, options))
            {
                ToolWishes(json, options!);
            }

            Sampling(json, options);
            Format(json, options?.ResponseFormat);
            if (traits.Chat.ReasoningEffort is { } effort)
            {
                json.WriteString("reasoning_effort", effort);
            }

            if (traits.Chat.CacheSalt is { } secret)
            {
                json.WriteString("cache_salt", TenantSalt.Of(secret, options));
            }
        });
    }

    /// <inheritdoc/>
    public IAnswerReading Read(IReadOnlyList<ChatMessage> messages) => new OpenAiReading(new CallIds(messages), new ThinkFilter(traits.Chat.StartsThinking), traits.Model.ApiKey);

    private void Message(Utf8JsonWriter json, TranscriptEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("role", entry.Role == ChatRole.System && traits.Chat.DeveloperRole ? "developer" : entry.Role.Value);
        if (entry.CallId is not null)
        {
            json.WriteString("tool_call_id", entry.CallId);
        }

        if (entry.Text.Length == 0 && entry.Calls.Count > 0)
        {
            json.WriteNull("content");
        }
        else
        {
            json.WriteString("content", entry.Text);
        }

        if (entry.Calls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in entry.Calls)
            {
                json.WriteStartObject();
                json.WriteString("id", call.CallId);
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", call.Name);
                json.WriteString("arguments", Transcript.Arguments(call));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void ToolWishes(Utf8JsonWriter json, ChatOptions options)
    {
        if (traits.ParallelToolCalls && options.AllowMultipleToolCalls is { } parallel)
        {
            json.WriteBoolean("parallel_tool_calls", parallel);
        }

        if (!traits.ToolChoice || options.ToolMode is not RequiredChatToolMode required)
        {
            return;
        }

        if (required.RequiredFunctionName is not { } name)
        {
            json.WriteString("tool_choice", "required");
            return;
        }

        json.WriteStartObject("tool_choice");
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Sampling(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (traits.Chat.Temperature)
        {
            RequestJson.Number(json, "temperature", options.Temperature);
            RequestJson.Number(json, "top_p", options.TopP);
            RequestJson.Number(json, "frequency_penalty", options.FrequencyPenalty);
            RequestJson.Number(json, "presence_penalty", options.PresencePenalty);
        }

        if (options.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        if (options.StopSequences is { Count: > 0 } stops)
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                json.WriteStringValue(stop);
            }

            json.WriteEndArray();
        }
    }

    private static void Format(Utf8JsonWriter json, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson wished)
        {
            return;
        }

        json.WriteStartObject("response_format");
        json.WriteString("type", wished.Schema is null ? "json_object" : "json_schema");
        if (wished.Schema is { } schema)
        {
            json.WriteStartObject("json_schema");
            json.WriteString("name", wished.SchemaName ?? "answer");
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
