using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>A field of Odoo 19 that an older server keeps in another form.</summary>
internal sealed record OdooFieldRule
{
    public required string Model { get; init; }

    public required string Field { get; init; }

    /// <summary>The first version that has the field as it is now.</summary>
    public required int Since { get; init; }

    /// <summary>The older fields it is made of; those that a server lacks are not asked for.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Makes the value out of the older fields; null leaves the field out.</summary>
    public required Func<IReadOnlyDictionary<string, JsonElement>, object?> Value { get; init; }

    /// <summary>The older field that orders, groups, sums and searches stand on; null when none can.</summary>
    public string? Column { get; init; }

    /// <summary>The condition in the older words, given the path before the field; null keeps operator and value on <see cref="Column"/>.</summary>
    public Func<string, string, object?, object?[]>? Condition { get; init; }

    /// <summary>The older values for a written one; the default refuses the write.</summary>
    public Func<object?, IReadOnlyDictionary<string, object?>>? Written { get; init; }
}
