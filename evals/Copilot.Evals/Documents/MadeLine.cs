namespace Copilot.Evals.Documents;

/// <summary>A line of a made document.</summary>
internal sealed record MadeLine(string Sku, string Description, decimal Quantity, string Unit, decimal Price, decimal Discount, decimal Rate)
{
    /// <summary>Gets the amount without tax.</summary>
    public decimal Amount => Math.Round(Quantity * Price * (1 - (Discount / 100)), 2, MidpointRounding.AwayFromZero);
}
