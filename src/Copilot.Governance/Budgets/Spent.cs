namespace Copilot.Governance.Budgets;

/// <summary>What was spent, or is set aside.</summary>
/// <param name="Tokens">Tokens, sent and received.</param>
/// <param name="Millionths">Millionths of the prices' currency.</param>
internal sealed record Spent(long Tokens, long Millionths)
{
    public static Spent Nothing { get; } = new(0, 0);

    public static Spent operator +(Spent a, Spent b) => new(a.Tokens + b.Tokens, a.Millionths + b.Millionths);
}
