using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>The tax of one rate.</summary>
public sealed record ExtractedTax
{
    /// <summary>Gets the rate in percent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Rate { get; init; }

    /// <summary>Gets the category as the format writes it: S, Z, E, AE, K, …</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    /// <summary>Gets what is taxed, in the document's currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Base { get; init; }

    /// <summary>Gets the tax, in the document's currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount { get; init; }
}
