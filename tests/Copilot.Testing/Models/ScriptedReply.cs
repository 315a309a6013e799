namespace Copilot.Testing.Models;

/// <summary>
/// What a scripted model answers: text in pieces, tool calls or both, written as the endpoint that was asked writes it; or bytes as they are. <see cref="BreakAt"/> lets
/// it break off, stall or turn to rubbish after any of its frames.
/// </summary>
public sealed record ScriptedReply
{
    /// <summary>The text; each piece is a frame of its own when it is streamed.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>Reasoning before the text, sent in the field for it.</summary>
    public string Reasoning { get; init; } = string.Empty;

    /// <summary>The tool calls, after the text.</summary>
    public IReadOnlyList<ScriptedCall> Calls { get; init; } = [];

    /// <summary>Why it ends; null for what fits the content.</summary>
    public string? Finish { get; init; }

    /// <summary>Tokens of the prompt and of the answer; null reports none.</summary>
    public (int Input, int Output)? Usage { get; init; } = (100, 20);

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The content type; null for what the wire has.</summary>
    public string? ContentType { get; init; }

    /// <summary>The steps in the place of everything above but status and headers.</summary>
    public IReadOnlyList<ScriptedStep>? Steps { get; init; }

    /// <summary>What happens before the status is sent: a slow start, or the end of the connection.</summary>
    public ScriptedStep? Before { get; init; }

    /// <summary>What happens in the place of all frames from <see cref="BreakFrame"/> on.</summary>
    public IReadOnlyList<ScriptedStep>? Break { get; init; }

    /// <summary>After how many frames <see cref="Break"/> happens.</summary>
    public int BreakFrame { get; init; }

    /// <summary>Says text, each piece a frame.</summary>
    public static ScriptedReply Say(params string[] pieces) => new() { Text = pieces };

    /// <summary>Calls tools.</summary>
    public static ScriptedReply Call(params ScriptedCall[] calls) => new() { Calls = calls };

    /// <summary>Calls one tool.</summary>
    public static ScriptedReply Call(string name, object arguments) => Call(ScriptedCall.Of(name, arguments));

    /// <summary>Refuses with a status and a body.</summary>
    public static ScriptedReply Refuse(int status, string body, params (string Name, string Value)[] headers)
        => new() { Status = status, Headers = headers, ContentType = "application/json", Steps = [ScriptedStep.Send(body)] };

    /// <summary>Sends bytes as they are.</summary>
    public static ScriptedReply Raw(string contentType, params ScriptedStep[] steps) => new() { ContentType = contentType, Steps = steps };

    /// <summary>Sends an event stream as it is, each text a piece of its own.</summary>
    public static ScriptedReply Events(params string[] pieces) => Raw("text/event-stream", [.. pieces.Select(ScriptedStep.Send)]);

    /// <summary>The same reply, with something else in the place of the frames from a number on; streamed replies only have more than one frame.</summary>
    public ScriptedReply BreakAt(int frame, params ScriptedStep[] steps) => this with { BreakFrame = frame, Break = steps };
}
