namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>An invoice, bill or credit note about to be written.</summary>
internal sealed record LedgerEntry
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>out_invoice, out_refund or in_invoice.</summary>
    public required string MoveType { get; init; }

    public required int PartnerId { get; init; }

    public required int CompanyId { get; init; }

    public required DateOnly Date { get; init; }

    public required DateOnly Due { get; init; }

    public required string? Origin { get; init; }

    public required string Reference { get; init; }

    public int? TermDays { get; init; }

    public int? UserId { get; init; }

    public int? ShippingId { get; init; }

    public int? Reverses { get; init; }

    /// <summary>Share of the total not paid yet.</summary>
    public required decimal OpenShare { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<LedgerLine> Lines { get; init; }
}
