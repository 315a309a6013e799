namespace Copilot.Odoo.Client;

/// <summary>A <c>read_group</c> (<c>formatted_read_group</c> where the server has it).</summary>
internal sealed record OdooGrouping
{
    public required string Model { get; init; }

    public required OdooDomain Domain { get; init; }

    /// <summary>Fields to group by, dates with granularity: <c>partner_id</c>, <c>date_order:month</c>.</summary>
    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>Aggregates as <c>field:function</c>: <c>amount_untaxed:sum</c>. The row holds each under the field's name; the count under <c>__count</c>.</summary>
    public IReadOnlyList<string> Aggregates { get; init; } = [];

    public string? Order { get; init; }

    public int Limit { get; init; } = 2000;
}
