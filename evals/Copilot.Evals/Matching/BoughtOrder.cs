namespace Copilot.Evals.Matching;

/// <summary>A purchase order of the practice company, as its own records say.</summary>
internal sealed record BoughtOrder(int Id, string Name, string Supplier, string? SupplierReference, DateOnly Ordered, DateOnly Planned, IReadOnlyList<BoughtLine> Lines)
{
    /// <summary>Gets a value indicating whether all came and nothing is billed.</summary>
    public bool IsBillable => Lines.All(l => l.Received == l.Quantity && l.Billed == 0);

    /// <summary>Gets a value indicating whether all came.</summary>
    public bool IsReceived => Lines.All(l => l.Received == l.Quantity && l.Billed is var b && (b == 0 || b == l.Quantity));

    /// <summary>Gets a value indicating whether nothing came.</summary>
    public bool IsOpen => Lines.All(l => l.Received == 0 && l.Billed == 0);
}

/// <summary>A line of it.</summary>
internal sealed record BoughtLine(int Id, string Code, string Name, string? SupplierCode, decimal Quantity, decimal Received, decimal Billed, decimal Price);
