namespace Copilot.Evals.Matching;

/// <summary>What a supplier's paper says, before it is written down.</summary>
internal sealed record Paper(string Type, string Number, DateOnly Date, string? Order, string Supplier, IReadOnlyList<PaperLine> Lines)
{
    /// <summary>Gets the day it promises, for confirmations.</summary>
    public DateOnly? Delivery { get; init; }

    /// <summary>Gets the amount without tax.</summary>
    public decimal Net => Lines.Sum(l => l.Amount);
}

/// <summary>A line of it: the supplier's number, ours, what it is called, how many of what, the price of one of these, the order it names.</summary>
internal sealed record PaperLine(string? Theirs, string? Ours, string Name, decimal Quantity, string Unit, decimal Price, string? Order = null)
{
    public decimal Amount => Math.Round(Quantity * Price, 2, MidpointRounding.AwayFromZero);
}
