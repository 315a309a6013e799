namespace Copilot.Contracts;

/// <summary>A supplier as the business system knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record LedgerSupplier(int Id, string Name)
{
    /// <summary>Gets its tax number, or null.</summary>
    public string? Vat { get; init; }

    /// <summary>Gets its bank accounts.</summary>
    public IReadOnlyList<string> Ibans { get; init; } = [];
}
