using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Web;

/// <summary>An event of a turn as it travels: the words of every channel, and its number in the turn, so that a client can go on where it was.</summary>
internal static class NumberedUpdate
{
    /// <summary>Writes an event.</summary>
    /// <param name="update">What happened.</param>
    /// <param name="number">Its number, counted from 1.</param>
    /// <returns>The event; <c>type</c> comes first, <c>number</c> last.</returns>
    public static JsonElement Of(TurnUpdate update, int number)
    {
        // As a node: the hub protocol writes an object by its own type and would leave out "type".
        var node = JsonSerializer.SerializeToNode(update, ContractJson.Options)!.AsObject();
        node["number"] = number;
        return JsonSerializer.SerializeToElement<JsonNode>(node, ContractJson.Options);
    }
}
