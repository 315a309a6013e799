using System.Text.Json;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat.Wire;

/// <summary>
/// Puts tool calls together from their pieces. The index says where a piece belongs, unless the server puts all calls at one index, gives no index, moves a call
/// to another one, repeats ids, or sends a call whole at once with its arguments as an object: each of these is what some server does.
/// </summary>
internal sealed class ToolCallPieces
{
    private const int MostCalls = 128;

    private readonly List<ToolCallSlot> _slots = [];
    private readonly Dictionary<int, ToolCallSlot> _at = [];

    /// <summary>Gets the calls so far.</summary>
    public IReadOnlyList<ToolCallSlot> Slots => _slots;

    /// <summary>Takes a piece of a call.</summary>
    /// <param name="piece">An entry of <c>tool_calls</c>.</param>
    /// <exception cref="EndpointException">It is no such entry, or there are too many.</exception>
    public void Take(JsonElement piece)
    {
        if (piece.ValueKind != JsonValueKind.Object)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, $"{piece.ValueKind} in place of a tool call");
        }

        // Some servers write name and arguments without the object around them.
        var function = piece.TryGetProperty("function", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : piece;
        var (id, name) = (Text(piece, "id"), Text(function, "name"));
        var arguments = ArgumentsOf(function);
        var index = IndexOf(piece, function);
        var known = index is { } place ? _at.GetValueOrDefault(place) : _slots.LastOrDefault();
        var slot = Choose(known, id, name, arguments);
        if (slot is null)
        {
            slot = Open(id);
        }

        if (index is { } at)
        {
            _at[at] = slot;
        }

        slot.Id = slot.Id.Length == 0 ? id : slot.Id;
        slot.Name = slot.Name.Length == 0 ? name : slot.Name;
        slot.Append(arguments);
    }

    private ToolCallSlot? Choose(ToolCallSlot? known, string id, string name, string arguments)
    {
        // A call that goes on at another index: its id is known, and it does not begin anew.
        if (id.Length > 0 && known?.Id != id && _slots.FindLast(slot => slot.Id == id) is { } moved
            && (name.Length == 0 || (name == moved.Name && moved.HasArguments && !moved.IsWhole)))
        {
            return moved;
        }

        if (known is null)
        {
            return null;
        }

        if (id.Length > 0 && known.Id.Length > 0 && id != known.Id)
        {
            return null;
        }

        // The same head again, with nothing new.
        if (arguments.Length == 0 && (name.Length == 0 || name == known.Name))
        {
            return known;
        }

        if (name.Length > 0 && known.Name.Length > 0 && name != known.Name)
        {
            return null;
        }

        // What is whole can't go on: more arguments are another call. Some servers begin with an empty object in place of nothing.
        if (!known.IsWhole || arguments.AsSpan().Trim().IsEmpty)
        {
            return known;
        }

        return id.Length == 0 && name.Length == 0 && known.DropEmptyObject() ? known : null;
    }

    private ToolCallSlot Open(string id)
    {
        if (_slots.Count == MostCalls)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"more than {MostCalls} tool calls"));
        }

        var slot = new ToolCallSlot(id);
        _slots.Add(slot);
        return slot;
    }

    private static string ArgumentsOf(JsonElement function)
        => !function.TryGetProperty("arguments", out var arguments) ? string.Empty : arguments.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(arguments),
            JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
            _ => arguments.GetRawText(),
        };

    private static int? IndexOf(JsonElement piece, JsonElement function)
    {
        foreach (var holder in new[] { piece, function })
        {
            if (holder.TryGetProperty("index", out var index)
                && int.TryParse(index.ValueKind is JsonValueKind.Number or JsonValueKind.String ? index.ToString() : null, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static string Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.WithoutHalves(JsonText.Of(value)) : string.Empty;
}
