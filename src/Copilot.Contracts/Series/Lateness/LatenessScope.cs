namespace Copilot.Contracts;

/// <summary>Which open orders are asked about; what is null is not narrowed.</summary>
public sealed record LatenessScope
{
    /// <summary>Gets an order's number or the customer's reference for it.</summary>
    public string? Order { get; init; }

    /// <summary>Gets a customer's name.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets a warehouse's code or name.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Gets the first promised day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last promised day.</summary>
    public required DateOnly To { get; init; }
}
