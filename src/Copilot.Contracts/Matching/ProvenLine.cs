namespace Copilot.Contracts;

/// <summary>A line of a delivery beside what its proof says.</summary>
/// <param name="Line">The line; its quantity is what was shipped.</param>
/// <param name="Delivered">How much arrived by the paper, in the line's unit; null where the paper leaves the line out or states no quantity.</param>
/// <param name="IsDamaged">Whether the paper notes it as damaged, short or refused.</param>
public sealed record ProvenLine(LedgerLine Line, decimal? Delivered, bool IsDamaged)
{
    /// <summary>Gets how much is missing; 0 where the paper states no quantity.</summary>
    public decimal Missing => Delivered is { } delivered ? Math.Max(0, Line.Quantity - delivered) : 0;
}
