namespace Copilot.Contracts;

/// <summary>One parameter of a tool. Planners fill it; the rule planner by its <see cref="Slot"/>.</summary>
public sealed record ToolParameter
{
    /// <summary>Gets the name, snake_case: <c>warehouse</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the JSON type.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>Gets what it means, with unit and default.</summary>
    public required string Description { get; init; }

    /// <summary>Gets a value indicating whether a call without it makes no sense.</summary>
    public bool Required { get; init; }

    /// <summary>Gets what in a question fills it.</summary>
    public required SlotKind Slot { get; init; }

    /// <summary>Gets the allowed values of a <see cref="SlotKind.Choice"/>, each with the words that mean it in a question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
