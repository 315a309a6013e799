namespace Copilot.Odoo.Client;

/// <summary>A <c>search_read</c>.</summary>
internal sealed record OdooQuery
{
    public required string Model { get; init; }

    public required OdooDomain Domain { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Odoo's order clause: <c>date_order desc, id</c>. Fields only; checked.</summary>
    public string? Order { get; init; }

    public int Offset { get; init; }

    /// <summary>The most rows to read; the default keeps one careless query from reading a table.</summary>
    public int Limit { get; init; } = 2000;

    /// <summary>Whether to learn how many records there are in all.</summary>
    public bool WithTotal { get; init; }

    /// <summary>Whether archived records are found too.</summary>
    public bool WithArchived { get; init; }

    /// <summary>Further context members, for example <c>warehouse_id</c> for quantities.</summary>
    public IReadOnlyDictionary<string, object?> Context { get; init; } = new Dictionary<string, object?>();
}
