namespace Copilot.Contracts;

/// <summary>Which customers a question is about, by names as people write them; what is null is not narrowed.</summary>
public sealed record BuyingScope
{
    /// <summary>Gets a customer's name.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets a salesperson's name.</summary>
    public string? Salesperson { get; init; }

    /// <summary>Gets a value indicating whether only the caller's own customers are meant.</summary>
    public bool Mine { get; init; }
}
