using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The table of a space's vectors. All have length 1, so that the inner product is the cosine.</summary>
/// <param name="Key">The space.</param>
/// <param name="Dimension">How many numbers a vector has.</param>
internal sealed record VectorTable(int Key, int Dimension)
{
    // What the index of full and of half precision can hold.
    private const int MostIndexed = 2_000;
    private const int MostHalves = 4_000;

    // More candidates at building time than pgvector's 64 give a better graph: measured, see the record on the words and vectors of PostgreSQL.
    private const int Construction = 200;
    private const int LeastMegabytes = 64;
    private const int MostMegabytes = 2_048;
    private const int LinkBytes = 800;

    /// <summary>Gets its name.</summary>
    public string Name => $"vector_{Key}";

    /// <summary>Gets a value indicating whether the index holds the numbers in half precision, and distances are computed once more.</summary>
    public bool IsHalved => Dimension > MostIndexed;

    /// <summary>Gets the distance by the index, of <c>v</c>.</summary>
    public string IndexedDistance => IsHalved ? $"(v.numbers::halfvec({Dimension})) <#> @vector::halfvec({Dimension})" : "v.numbers <#> @vector::vector";

    /// <summary>Gets the statement that builds the index.</summary>
    public string IndexSql
        => $"create index if not exists {Name}_near on {Name} using hnsw ({(IsHalved ? $"(numbers::halfvec({Dimension})) halfvec_ip_ops" : "numbers vector_ip_ops")}) with (m = 16, ef_construction = {Construction})";

    /// <summary>Refuses a vector of another dimension.</summary>
    /// <exception cref="CopilotException">It has another one.</exception>
    public void Check(string space, int found)
    {
        if (found != Dimension)
        {
            throw new CopilotException($"The model \"{space}\" gave a vector of {found} numbers, and its space has {Dimension}; check which model answers under that name.");
        }
    }

    /// <summary>Says whether there can be an index.</summary>
    public bool CanBeIndexed(PostgresShape shape) => Dimension <= (shape.HasHalfVectors ? MostHalves : MostIndexed);

    /// <summary>Gets the memory in which the whole index fits while it is built.</summary>
    public long MegabytesToBuild(long rows) => Math.Clamp(rows * ((Dimension * sizeof(float)) + LinkBytes) >> 20, LeastMegabytes, MostMegabytes);
}
