namespace Copilot.Forecasting.Lists;

/// <summary>A part of a forecast.</summary>
/// <param name="Name">What it is: a product, a category, a warehouse, a customer, a company.</param>
/// <param name="Expected">What is expected of it; the parts add up to the sum.</param>
/// <param name="Half80">Half the width of its range of four of five.</param>
internal sealed record BreakdownPart(string Name, double Expected, double Half80)
{
    /// <summary>Gets what it was forecast as by itself.</summary>
    public required double Alone { get; init; }

    /// <summary>Gets its own parts, that add up to it; empty where none are told.</summary>
    public IReadOnlyList<(string Name, double Expected)> Inner { get; init; } = [];
}
