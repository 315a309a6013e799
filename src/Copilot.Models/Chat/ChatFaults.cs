using Copilot.Contracts;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat;

/// <summary>Says in words what went wrong with a chat model and what to do. Hosts, keys and prompts are not named: a user may see the text.</summary>
internal static class ChatFaults
{
    /// <summary>Makes the exception the house knows.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="traits">The model.</param>
    public static ChatModelException Of(EndpointException fault, ChatTraits traits)
        => new(Kind(fault.Fault), $"The model {traits.Model.DisplayName} {Text(fault, traits)}", fault)
        {
            ContextTokens = fault.ContextTokens,
            IsTransient = fault.IsPassing || fault.Fault == EndpointFault.Truncated,
        };

    /// <summary>Makes the exception of a model that rests.</summary>
    /// <param name="traits">The model.</param>
    /// <param name="until">Until when; null when it is being tried right now.</param>
    /// <param name="now">The time.</param>
    public static ChatModelException Resting(ChatTraits traits, DateTimeOffset? until, DateTimeOffset now)
        => new(ChatModelFault.Unavailable, until is { } end
            ? FormattableString.Invariant($"The model {traits.Model.DisplayName} rests after failures for another {Math.Max(1, Math.Ceiling((end - now).TotalSeconds)):0} s: ask another one, or look what its last fault was.")
            : $"The model {traits.Model.DisplayName} is being tried again after a rest: ask another one meanwhile.") { IsTransient = true };

    /// <summary>Makes the exception of a model at which too many wait.</summary>
    /// <param name="traits">The model.</param>
    public static ChatModelException Crowded(ChatTraits traits)
        => new(ChatModelFault.Unavailable, FormattableString.Invariant($"The model {traits.Model.DisplayName} has all of its {traits.Concurrency} places taken: try again later, or raise {traits.Model.Variable("Concurrency")} if its server bears more.")) { IsTransient = true };

    /// <summary>Sorts a fault.</summary>
    /// <param name="fault">The fault.</param>
    public static ChatModelFault Kind(EndpointFault fault) => fault switch
    {
        EndpointFault.Unreachable or EndpointFault.Busy or EndpointFault.Failed or EndpointFault.NotANumber => ChatModelFault.Unavailable,
        EndpointFault.TimedOut => ChatModelFault.TimedOut,
        EndpointFault.NoQuota => ChatModelFault.QuotaExhausted,
        EndpointFault.ContentFiltered => ChatModelFault.ContentFiltered,
        EndpointFault.TooLong or EndpointFault.TooMany => ChatModelFault.ContextOverflow,
        EndpointFault.Truncated or EndpointFault.AnswerTooLong => ChatModelFault.Truncated,
        EndpointFault.NotTheApi or EndpointFault.WrongAnswer => ChatModelFault.BadAnswer,
        _ => ChatModelFault.Refused,
    };

    private static string Text(EndpointException fault, ChatTraits traits)
    {
        var model = traits.Model;
        return fault.Fault switch
        {
            EndpointFault.Unreachable => $"can't be reached ({fault.Detail}): see that its server runs, and check {model.Variable("Endpoint")}.",
            EndpointFault.TimedOut when fault.Detail.Contains("first", StringComparison.Ordinal) => $"gave {fault.Detail}: try again later, or raise {model.Variable("FirstTokenTimeoutSeconds")} if it has to be loaded first.",
            EndpointFault.TimedOut => $"gave {fault.Detail}: try again later, or raise {model.Variable("IdleTimeoutSeconds")}.",
            EndpointFault.Busy => $"is overloaded or its rate limit is used up{(fault.Wait is { TotalSeconds: >= 1 } wait ? FormattableString.Invariant($" and asks for a pause of {wait.TotalSeconds:0} s") : string.Empty)}: try again later.",
            EndpointFault.Failed or EndpointFault.NotANumber => $"failed ({fault.Detail}): try again later; its server's log says more.",
            EndpointFault.NoQuota => $"does not answer because the account's quota or money is used up ({fault.Detail}): top it up or raise its limit.",
            EndpointFault.KeyRefused when model.Chat.Entra is not null => $"does not accept the sign-in with Entra ({fault.Detail}): check {model.Variable("Entra__Client")}, its secret, and that it has the role of a user of this resource.",
            EndpointFault.KeyRefused => model.ApiKey is null ? $"asks for a key: set {model.Variable("ApiKey")}." : $"does not accept the key: check {model.Variable("ApiKey")} and that it belongs to this endpoint.",
            EndpointFault.Forbidden => $"refuses access ({fault.Detail}): check what the account may do, and whether this machine's network is allowed.",
            EndpointFault.NoSuchPath => $"is not found at its address ({fault.Detail}): check {model.Variable("Endpoint")}{(model.Kind == ModelKind.Compatible ? ", which mostly ends in /v1" : string.Empty)}.",
            EndpointFault.NoSuchModel => $"is not known to its server ({fault.Detail}): {(model.Kind == ModelKind.Ollama ? $"get it with \"ollama pull {model.Model}\", or check {model.Variable("Model")}" : $"check {model.Variable("Model")}{(model.Kind == ModelKind.Azure ? ", which is the name of the deployment" : string.Empty)}")}.",
            EndpointFault.ContentFiltered => $"gave no answer because its provider's content filter stepped in ({fault.Detail}): ask in other words.",
            EndpointFault.TooLong or EndpointFault.TooMany => $"can't take so long a prompt{(fault.ContextTokens is { } size ? FormattableString.Invariant($"; it takes {size} tokens") : string.Empty)}: ask about less, or check {model.Variable("ContextTokens")}.",
            EndpointFault.Truncated => $"broke off its answer ({fault.Detail}): try again.",
            EndpointFault.AnswerTooLong => $"reached the most tokens an answer may have ({traits.Chat.MaxOutputTokens}) inside a tool call: raise {model.Variable("MaxOutputTokens")}.",
            EndpointFault.NotTheApi => $"is not what answers ({fault.Detail}): check {model.Variable("Endpoint")} and any proxy before it.",
            EndpointFault.WrongAnswer => $"gave an answer that can't be read ({fault.Detail}): check {model.Variable("Kind")} and that its server supports chats with tools.",
            _ => $"does not accept the request ({fault.Detail}): {Repair(fault.Detail, model)}.",
        };
    }

    // The words of the refusal name the switch that is wrong.
    private static string Repair(string detail, ModelOptions model)
    {
        (string Word, string Key)[] switches =
        [
            ("max_tokens", "MaxCompletionTokens"),
            ("max_completion_tokens", "MaxCompletionTokens"),
            ("temperature", "Temperature"),
            ("top_p", "Temperature"),
            ("stream_options", "StreamUsage"),
            ("parallel_tool_calls", "ParallelToolCalls"),
            ("tool_choice", "ToolChoice"),
            ("reasoning_effort", "ReasoningEffort"),
            ("think", "ReasoningEffort"),
            ("developer", "DeveloperRole"),
            ("system", "DeveloperRole"),
            ("cache_salt", "CacheSalt"),
        ];
        return detail.Contains("enable-auto-tool-choice", StringComparison.Ordinal) || detail.Contains("does not support tools", StringComparison.OrdinalIgnoreCase)
            ? "its server must be started with tool calls, or another model be named"
            : Array.Find(switches, one => detail.Contains(one.Word, StringComparison.OrdinalIgnoreCase)) is { Key: { } key }
                ? $"change {model.Variable(key)}"
                : $"check {model.Variable("Model")} and {model.Variable("Kind")}";
    }
}
