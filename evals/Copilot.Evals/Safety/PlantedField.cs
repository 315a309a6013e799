namespace Copilot.Evals.Safety;

/// <summary>The field of the practice company's records that carries an attempt.</summary>
internal sealed record PlantedField
{
    /// <summary>Gets the model: <c>sale.order</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the domain of the records, all of which carry it, in JSON with single quotes.</summary>
    public required string Find { get; init; }

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }
}
