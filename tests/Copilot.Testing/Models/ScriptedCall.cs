using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Models;

/// <summary>A tool call that a scripted model makes.</summary>
/// <param name="Id">Its id; empty sends none, as sloppy servers do.</param>
/// <param name="Name">The tool's name on the wire.</param>
/// <param name="Arguments">The arguments as text, JSON or not.</param>
public sealed record ScriptedCall(string Id, string Name, string Arguments)
{
    /// <summary>A call with an id of its own; the arguments are written as JSON.</summary>
    public static ScriptedCall Of(string name, object arguments)
        => new($"call_{Guid.NewGuid():N}"[..17], name, arguments as string ?? JsonSerializer.Serialize(arguments));

    /// <summary>The arguments as a JSON object where they are one, else the text.</summary>
    internal JsonNode ArgumentsNode()
    {
        try
        {
            return JsonNode.Parse(Arguments) as JsonObject ?? (JsonNode)Arguments;
        }
        catch (JsonException)
        {
            return Arguments;
        }
    }
}
