namespace Copilot.Evals.Documents;

/// <summary>What one made document says, before it is laid out.</summary>
internal sealed record MadeDocument
{
    public required string Type { get; init; }

    public required MadeLanguage Language { get; init; }

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required DateOnly Due { get; init; }

    public required string OrderReference { get; init; }

    public required MadeParty Supplier { get; init; }

    public required MadeParty Buyer { get; init; }

    public required IReadOnlyList<MadeLine> Lines { get; init; }

    public required decimal Net { get; init; }

    public required decimal Tax { get; init; }

    public required string Iban { get; init; }

    public bool IsBill => Type is "invoice" or "credit_note";

    public decimal Total => Net + Tax;
}
