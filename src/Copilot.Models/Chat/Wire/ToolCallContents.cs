using System.Text.Json;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Turns calls that came whole into what the house works with.</summary>
internal static class ToolCallContents
{
    /// <summary>Turns calls.</summary>
    /// <param name="slots">The calls.</param>
    /// <param name="wasCut">Whether the answer ended because it was too long: then a call that is not whole was cut.</param>
    /// <param name="ids">Gives the ids.</param>
    /// <exception cref="EndpointException">A call was cut, or has no name.</exception>
    public static IEnumerable<FunctionCallContent> Of(IReadOnlyList<ToolCallSlot> slots, bool wasCut, CallIds ids)
    {
        // All are looked at before one is given out: half of the calls would be another plan.
        List<FunctionCallContent> calls = [];
        foreach (var slot in slots.Where(slot => slot.Name.Length > 0 || slot.HasArguments))
        {
            if (wasCut && !slot.IsWhole)
            {
                throw new EndpointException(EndpointFault.AnswerTooLong, "the answer was cut inside a tool call");
            }

            if (slot.Name.Length == 0)
            {
                throw new EndpointException(EndpointFault.WrongAnswer, "a tool call without a name");
            }

            calls.Add(Of(slot, ids));
        }

        return calls;
    }

    private static FunctionCallContent Of(ToolCallSlot slot, CallIds ids)
    {
        var text = JsonText.WithoutHalves(slot.Arguments.Trim());
        var id = ids.Give(slot.Id);
        try
        {
            var arguments = text.Length == 0 ? [] : Read(text);
            if (arguments is not null)
            {
                return new FunctionCallContent(id, slot.Name, arguments) { RawRepresentation = slot.Arguments };
            }
        }
        catch (JsonException unreadable)
        {
            return new FunctionCallContent(id, slot.Name) { RawRepresentation = slot.Arguments, Exception = unreadable };
        }

        return new FunctionCallContent(id, slot.Name) { RawRepresentation = slot.Arguments, Exception = new JsonException("The arguments are no JSON object with readable text.") };
    }

    private static Dictionary<string, object?>? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.String)
        {
            // Written twice: an object inside a text.
            var inner = JsonText.WithoutHalves(JsonText.Of(root));
            return inner.AsSpan().TrimStart().StartsWith("{") ? Read(inner) : inner.Trim().Length == 0 ? [] : null;
        }

        if (root.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (root.ValueKind != JsonValueKind.Object || !IsReadable(root))
        {
            return null;
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            arguments[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value.Clone();
        }

        return arguments;
    }

    // Text with half letters reads like any other until somebody asks for it, far from here.
    private static bool IsReadable(JsonElement value)
    {
        try
        {
            Read(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Read(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                _ = property.Name;
                Read(property.Value);
            }
        }
    }
}
