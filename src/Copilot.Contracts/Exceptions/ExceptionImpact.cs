using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>What a case costs if nothing is done. What is not known, or not for this person, is absent.</summary>
public sealed record ExceptionImpact
{
    /// <summary>Gets the net value of what is hit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Exposure? Revenue { get; init; }

    /// <summary>Gets the margin that is lost or at stake; only for those who may see margins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Exposure? Margin { get; init; }

    /// <summary>Gets the best class among the customers hit: <c>A</c>, <c>B</c>, <c>C</c>; null without one.</summary>
    public string? CustomerClass { get; init; }

    /// <summary>Gets the promise it runs against, for people: "promised Fri 27 Nov 2026"; null without one.</summary>
    public string? Sla { get; init; }

    /// <summary>Gets a value indicating whether the promise can still be kept when somebody acts; null when there is none or it is not known.</summary>
    public bool? Recoverable { get; init; }
}
