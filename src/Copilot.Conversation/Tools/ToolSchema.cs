using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Conversation.Tools;

/// <summary>Tools in the words of language models and tool protocols: a JSON schema of the arguments and a name that every provider takes.</summary>
public static partial class ToolSchema
{
    /// <summary>Gets the JSON schema (2020-12) of a tool's arguments: one object, no members but the parameters.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>The schema.</returns>
    public static JsonElement ParametersOf(ToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var properties = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            properties[parameter.Name] = Property(parameter);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        var required = tool.Parameters.Where(p => p.Required).Select(p => (JsonNode)p.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>Gets the name a tool has on the wire: providers take only <c>^[a-zA-Z0-9_-]{1,64}$</c>, so that a dot becomes two underscores.</summary>
    /// <param name="tool">The tool.</param>
    /// <returns>The name on the wire.</returns>
    /// <exception cref="CopilotException">The name can't be written so, or not be read back.</exception>
    public static string WireName(ToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var wire = tool.Name.Replace(".", "__", StringComparison.Ordinal);
        return Allowed().IsMatch(wire) && ToolName(wire) == tool.Name ? wire
            : throw new CopilotException($"The tool {tool.Name} can't be offered to a model: use letters, digits, dots and single underscores inside a word, at most 64 characters in all.");
    }

    /// <summary>Gets the tool's own name back.</summary>
    /// <param name="wireName">A name from the wire; untrusted.</param>
    /// <returns>The name, of a tool that may not exist.</returns>
    public static string ToolName(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        return wireName.Replace("__", ".", StringComparison.Ordinal);
    }

    private static JsonObject Property(ToolParameter parameter)
    {
        var property = parameter.Type switch
        {
            ParameterType.WholeNumber => new JsonObject { ["type"] = "integer" },
            ParameterType.Number => new JsonObject { ["type"] = "number" },
            ParameterType.Flag => new JsonObject { ["type"] = "boolean" },
            ParameterType.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ParameterType.TextList => new JsonObject { ["type"] = "array", ["items"] = Text(parameter) },
            _ => Text(parameter),
        };
        property["description"] = parameter.Description;
        return property;
    }

    private static JsonObject Text(ToolParameter parameter)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (parameter.Choices.Count > 0)
        {
            text["enum"] = new JsonArray([.. parameter.Choices.Keys.Order(StringComparer.Ordinal).Select(c => (JsonNode)c)]);
        }

        return text;
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Allowed();
}
