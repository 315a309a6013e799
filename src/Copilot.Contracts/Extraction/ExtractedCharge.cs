using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>An allowance or a charge on a whole document or on one line.</summary>
/// <param name="IsCharge">True when it is to be paid, false when it is taken off.</param>
public sealed record ExtractedCharge(bool IsCharge)
{
    /// <summary>Gets how much, in the document's currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount { get; init; }

    /// <summary>Gets the percentage it was reckoned with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Percent { get; init; }

    /// <summary>Gets why, in words or as a code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
