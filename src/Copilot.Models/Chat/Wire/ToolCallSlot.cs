using System.Text;
using System.Text.Json;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat.Wire;

/// <summary>A tool call that is being put together.</summary>
/// <param name="id">The server's id; empty when it gave none yet.</param>
internal sealed class ToolCallSlot(string id)
{
    private readonly StringBuilder _arguments = new();

    /// <summary>Gets or sets the server's id.</summary>
    public string Id { get; set; } = id;

    /// <summary>Gets or sets the tool's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets the arguments as they are so far.</summary>
    public string Arguments => _arguments.ToString();

    /// <summary>Gets a value indicating whether arguments came at all.</summary>
    public bool HasArguments => _arguments.Length > 0;

    /// <summary>Gets a value indicating whether the arguments are a whole JSON object.</summary>
    public bool IsWhole => _arguments.Length > 1 && (_arguments[^1] is '}' or ' ' or '\n') && IsObject(_arguments.ToString());

    /// <summary>Appends to the arguments.</summary>
    /// <param name="text">What came.</param>
    public void Append(string text) => _arguments.Append(text);

    /// <summary>Forgets arguments that are an object with nothing in it.</summary>
    /// <returns>False when they are something else.</returns>
    public bool DropEmptyObject()
    {
        var isEmpty = Arguments.Trim() == "{}";
        if (isEmpty)
        {
            _arguments.Clear();
        }

        return isEmpty;
    }

    /// <summary>Says whether a text is a whole JSON object.</summary>
    /// <param name="text">The text.</param>
    public static bool IsObject(string text)
    {
        if (!text.AsSpan().TrimEnd().EndsWith("}"))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(JsonText.WithoutHalves(text));
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
