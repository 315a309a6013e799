using System.Text.Json.Nodes;

namespace Copilot.Testing.Models;

/// <summary>Writes replies as OpenAI and Ollama write them.</summary>
internal static class ScriptedWire
{
    private const string Id = "chatcmpl-scripted";

    /// <summary>The steps of a reply with its content type.</summary>
    public static (string ContentType, IReadOnlyList<ScriptedStep> Steps) Of(ScriptedReply reply, bool isOllama, bool isStream, string model)
    {
        var (type, steps) = (isOllama, isStream) switch
        {
            _ when reply.Steps is { } written => (reply.ContentType ?? "application/octet-stream", written),
            (true, true) => ("application/x-ndjson", [.. OllamaLines(reply, model).Select(line => ScriptedStep.Send(line.ToJsonString() + "\n"))]),
            (true, false) => ("application/json; charset=utf-8", [ScriptedStep.Send(OllamaWhole(reply, model).ToJsonString())]),
            (false, true) => ("text/event-stream", [.. OpenAiChunks(reply, model).Select(chunk => ScriptedStep.Send($"data: {chunk.ToJsonString()}\n\n")), ScriptedStep.Send("data: [DONE]\n\n")]),
            (false, false) => ("application/json", (IReadOnlyList<ScriptedStep>)[ScriptedStep.Send(OpenAiWhole(reply, model).ToJsonString())]),
        };
        return (reply.ContentType ?? type, reply.Break is { } rest ? [.. steps.Take(reply.BreakFrame), .. rest] : steps);
    }

    private static IEnumerable<JsonObject> OpenAiChunks(ScriptedReply reply, string model)
    {
        yield return Chunk(model, new JsonObject { ["role"] = "assistant", ["content"] = "" });
        if (reply.Reasoning.Length > 0)
        {
            yield return Chunk(model, new JsonObject { ["reasoning_content"] = reply.Reasoning });
        }

        foreach (var piece in reply.Text)
        {
            yield return Chunk(model, new JsonObject { ["content"] = piece });
        }

        for (var i = 0; i < reply.Calls.Count; i++)
        {
            var call = reply.Calls[i];
            var head = new JsonObject { ["index"] = i, ["type"] = "function", ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = "" } };
            if (call.Id.Length > 0)
            {
                head["id"] = call.Id;
            }

            yield return Chunk(model, new JsonObject { ["tool_calls"] = new JsonArray(head) });
            var half = call.Arguments.Length / 2;
            foreach (var part in new[] { call.Arguments[..half], call.Arguments[half..] }.Where(part => part.Length > 0))
            {
                yield return Chunk(model, new JsonObject { ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = i, ["function"] = new JsonObject { ["arguments"] = part } }) });
            }
        }

        yield return Chunk(model, [], Finish(reply));
        if (reply.Usage is { } usage)
        {
            yield return new JsonObject { ["id"] = Id, ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = model, ["choices"] = new JsonArray(), ["usage"] = Usage(usage) };
        }
    }

    private static JsonObject Chunk(string model, JsonObject delta, string? finish = null)
        => new()
        {
            ["id"] = Id,
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        };

    private static JsonObject OpenAiWhole(ScriptedReply reply, string model)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Text.Count == 0 ? null : string.Concat(reply.Text) };
        if (reply.Reasoning.Length > 0)
        {
            message["reasoning_content"] = reply.Reasoning;
        }

        if (reply.Calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. reply.Calls.Select(call => new JsonObject
            {
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
            })]);
        }

        var whole = new JsonObject
        {
            ["id"] = Id,
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Finish(reply) }),
        };
        if (reply.Usage is { } usage)
        {
            whole["usage"] = Usage(usage);
        }

        return whole;
    }

    private static IEnumerable<JsonObject> OllamaLines(ScriptedReply reply, string model)
    {
        if (reply.Reasoning.Length > 0)
        {
            yield return Line(model, new JsonObject { ["role"] = "assistant", ["content"] = "", ["thinking"] = reply.Reasoning });
        }

        foreach (var piece in reply.Text)
        {
            yield return Line(model, new JsonObject { ["role"] = "assistant", ["content"] = piece });
        }

        if (reply.Calls.Count > 0)
        {
            yield return Line(model, new JsonObject { ["role"] = "assistant", ["content"] = "", ["tool_calls"] = OllamaCalls(reply) });
        }

        yield return Last(reply, model, new JsonObject { ["role"] = "assistant", ["content"] = "" });
    }

    private static JsonObject OllamaWhole(ScriptedReply reply, string model)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = string.Concat(reply.Text) };
        if (reply.Reasoning.Length > 0)
        {
            message["thinking"] = reply.Reasoning;
        }

        if (reply.Calls.Count > 0)
        {
            message["tool_calls"] = OllamaCalls(reply);
        }

        return Last(reply, model, message);
    }

    private static JsonArray OllamaCalls(ScriptedReply reply)
        => [.. reply.Calls.Select((call, index) => new JsonObject { ["function"] = new JsonObject { ["index"] = index, ["name"] = call.Name, ["arguments"] = call.ArgumentsNode() } })];

    private static JsonObject Line(string model, JsonObject message)
        => new() { ["model"] = model, ["created_at"] = "2026-01-01T00:00:00Z", ["message"] = message, ["done"] = false };

    private static JsonObject Last(ScriptedReply reply, string model, JsonObject message)
    {
        var last = Line(model, message);
        last["done"] = true;
        last["done_reason"] = reply.Finish ?? "stop";
        if (reply.Usage is { } usage)
        {
            last["prompt_eval_count"] = usage.Input;
            last["eval_count"] = usage.Output;
        }

        return last;
    }

    private static string Finish(ScriptedReply reply) => reply.Finish ?? (reply.Calls.Count > 0 ? "tool_calls" : "stop");

    private static JsonObject Usage((int Input, int Output) usage)
        => new() { ["prompt_tokens"] = usage.Input, ["completion_tokens"] = usage.Output, ["total_tokens"] = usage.Input + usage.Output };
}
