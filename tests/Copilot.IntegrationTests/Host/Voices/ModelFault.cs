using Copilot.Testing.Models;

namespace Copilot.IntegrationTests.Host.Voices;

/// <summary>What a model's endpoint does in the place of its answer.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Play">Turns the good reply into the faulty one, from a frame on.</param>
/// <param name="IsSilent">Whether the time limits must end it.</param>
internal sealed record ModelFault(string Name, Func<ScriptedReply, int, ScriptedReply> Play, bool IsSilent = false)
{
    private const string QuotaUsedUp = """{"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","code":"insufficient_quota"}}""";
    private const string Filtered = """{"error":{"message":"The response was filtered.","param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""";
    private const string TooLong = """{"error":{"message":"This model's maximum context length is 4096 tokens. However, you requested 9000 tokens.","type":"BadRequestError","code":400}}""";

    /// <summary>What can happen after any frame.</summary>
    public static IReadOnlyList<ModelFault> InStream { get; } =
    [
        new("is killed", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Abort)),
        new("ends early", (reply, frame) => reply.BreakAt(frame, ScriptedStep.End)),
        new("stalls", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Stall), IsSilent: true),
        new("turns to rubbish", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Send("data: {\"choices\":[{\"delta\":{\"content\":\u0001\u0002<<<\n\nno event at all\n\n"), ScriptedStep.End)),
        new("reports an error", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Send("data: {\"error\":{\"message\":\"internal\",\"type\":\"server_error\",\"code\":500}}\n\n"), ScriptedStep.End)),
        new("is killed inside a frame", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Send("data: {\"choices\":[{\"index\":0,\"delta\":{\"cont"), ScriptedStep.Abort)),
        new("is filtered", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Send("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\ndata: [DONE]\n\n"), ScriptedStep.End)),
        new("is cut for length", (reply, frame) => reply.BreakAt(frame, ScriptedStep.Send("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n"), ScriptedStep.End)),
    ];

    /// <summary>What can happen before anything of an answer comes.</summary>
    public static IReadOnlyList<ModelFault> AtTheDoor { get; } =
    [
        new("is killed before it answers", (reply, _) => reply with { Before = ScriptedStep.Abort }),
        new("never answers", (reply, _) => reply with { Before = ScriptedStep.Stall }, IsSilent: true),
        Refusing(400, """{"error":{"message":"unsupported parameter"}}"""),
        Refusing(400, Filtered),
        Refusing(400, TooLong),
        Refusing(401, """{"statusCode":401,"message":"no"}"""),
        Refusing(403, "forbidden"),
        Refusing(404, """{"error":{"code":"DeploymentNotFound","message":"x"}}"""),
        Refusing(408, string.Empty),
        Refusing(409, string.Empty),
        Refusing(413, "too large"),
        Refusing(422, """{"detail":[]}"""),
        Refusing(429, """{"error":{"code":"429","message":"slow down"}}"""),
        Refusing(429, QuotaUsedUp),
        Refusing(429, "{}", ("retry-after-ms", "20")),
        Refusing(429, "{}", ("Retry-After", "1")),
        Refusing(429, "{}", ("Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT")),
        Refusing(500, "<html>oops</html>"),
        Refusing(502, string.Empty),
        Refusing(503, """{"error":"busy"}"""),
        Refusing(504, string.Empty),
        new("answers with a page", (_, _) => ScriptedReply.Raw("text/html", ScriptedStep.Send("<html>sign in</html>"))),
        new("answers with nothing", (_, _) => ScriptedReply.Raw("text/event-stream")),
        new("answers without end of line", (_, _) => ScriptedReply.Raw("text/event-stream", [.. Enumerable.Repeat(ScriptedStep.Send(new string('x', 1 << 20)), 40)])),
    ];

    /// <summary>All by name.</summary>
    public static ModelFault Named(string name) => InStream.Concat(AtTheDoor).First(f => f.Name == name);

    private static ModelFault Refusing(int status, string body, params (string Name, string Value)[] headers)
        => new($"answers {status} {(headers.Length > 0 ? headers[0].Name + " " + headers[0].Value : body.Length > 60 ? body[..60] : body)}".Trim(), (_, _) => ScriptedReply.Refuse(status, body, headers));
}
