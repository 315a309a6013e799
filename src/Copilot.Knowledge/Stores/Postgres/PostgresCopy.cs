using Npgsql;
using NpgsqlTypes;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Writes the values of a row that streams into a table.</summary>
internal sealed class PostgresCopy(NpgsqlBinaryImporter importer)
{
    /// <summary>Writes a number of 8 bytes.</summary>
    public Task LongAsync(long value) => importer.WriteAsync(value, NpgsqlDbType.Bigint);

    /// <summary>Writes a number of 4 bytes, or nothing.</summary>
    public Task NumberAsync(int? value) => value is { } number ? importer.WriteAsync(number, NpgsqlDbType.Integer) : importer.WriteNullAsync();

    /// <summary>Writes a number of 2 bytes.</summary>
    public Task ShortAsync(short value) => importer.WriteAsync(value, NpgsqlDbType.Smallint);

    /// <summary>Writes text, or nothing.</summary>
    public Task TextAsync(string? value) => value is { } text ? importer.WriteAsync(PostgresText.Of(text), NpgsqlDbType.Text) : importer.WriteNullAsync();

    /// <summary>Writes texts.</summary>
    public Task TextsAsync(IEnumerable<string> values) => importer.WriteAsync(values.Select(PostgresText.Of).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    /// <summary>Writes fractions, or nothing.</summary>
    public Task FractionsAsync(IEnumerable<double>? values) => values is null ? importer.WriteNullAsync() : importer.WriteAsync(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Double);

    /// <summary>Writes bytes.</summary>
    public Task BytesAsync(byte[] value) => importer.WriteAsync(value, NpgsqlDbType.Bytea);
}
