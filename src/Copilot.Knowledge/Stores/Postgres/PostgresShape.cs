namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>What a database offers.</summary>
/// <param name="VectorSchema">The schema that pgvector was put into.</param>
/// <param name="Vector">The version of pgvector.</param>
internal sealed record PostgresShape(string VectorSchema, Version Vector)
{
    /// <summary>Gets a value indicating whether an index scan goes on until enough rows have passed the filters.</summary>
    public bool HasIterativeScan => Vector >= new Version(0, 8);

    /// <summary>Gets a value indicating whether vectors of more than 2,000 numbers can be indexed, in half precision.</summary>
    public bool HasHalfVectors => Vector >= new Version(0, 7);
}
