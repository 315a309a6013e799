using System.Buffers.Binary;
using Npgsql;

namespace Copilot.Benchmarks.Stores;

/// <summary>
/// Streams rows into a table of vectors in the binary form of COPY ("PostgreSQL documentation, COPY, File Formats"), with pgvector's own form of a vector: two numbers of
/// 2 bytes, the dimension and 0, then the numbers.
/// </summary>
internal sealed class VectorRows(NpgsqlRawCopyStream stream, int dimension) : IAsyncDisposable
{
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly byte[] _row = new byte[2 + 12 + 12 + 4 + 4 + (dimension * sizeof(float))];

    /// <summary>Begins to fill <c>vector_1</c>.</summary>
    public static async Task<VectorRows> BeginAsync(NpgsqlConnection connection, int dimension, CancellationToken cancellationToken)
    {
        var stream = await connection.BeginRawBinaryCopyAsync("copy vector_1(chunk, document, numbers) from stdin (format binary)", cancellationToken);
        await stream.WriteAsync(Head, cancellationToken);
        return new VectorRows(stream, dimension);
    }

    public ValueTask AddAsync(long chunk, float[] numbers, CancellationToken cancellationToken)
    {
        var row = _row.AsSpan();
        BinaryPrimitives.WriteInt16BigEndian(row, 3);
        BinaryPrimitives.WriteInt32BigEndian(row[2..], sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(row[6..], chunk);
        BinaryPrimitives.WriteInt32BigEndian(row[14..], sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(row[18..], chunk >> 20);
        BinaryPrimitives.WriteInt32BigEndian(row[26..], 4 + (dimension * sizeof(float)));
        BinaryPrimitives.WriteInt16BigEndian(row[30..], (short)dimension);
        BinaryPrimitives.WriteInt16BigEndian(row[32..], 0);
        for (var i = 0; i < dimension; i++)
        {
            BinaryPrimitives.WriteSingleBigEndian(row[(34 + (i * sizeof(float)))..], numbers[i]);
        }

        return stream.WriteAsync(_row, cancellationToken);
    }

    public async Task EndAsync(CancellationToken cancellationToken) => await stream.WriteAsync(new byte[] { 0xff, 0xff }, cancellationToken);

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
