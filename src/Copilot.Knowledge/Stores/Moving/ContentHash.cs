using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Stores.Postgres;

namespace Copilot.Knowledge.Stores.Moving;

/// <summary>Counts and hashes what moves, as PostgreSQL can keep it, so that both sides can be compared.</summary>
internal sealed class ContentHash(string name) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;
    private long _mended;

    /// <summary>Takes a row.</summary>
    public void Add(object row)
    {
        // JSON writes U+0000 and halves of surrogate pairs in ways of its own, so texts are made keepable before.
        AddBytes(JsonSerializer.SerializeToUtf8Bytes(row));
    }

    /// <summary>Takes the numbers of a vector under a name.</summary>
    public void Add(string under, ReadOnlySpan<float> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        }

        _hash.AppendData(Encoding.UTF8.GetBytes(under));
        AddBytes(bytes);
    }

    /// <summary>Makes a text keepable and counts it when that changes it.</summary>
    public string Kept(string text)
    {
        var kept = PostgresText.Of(text);
        _mended += ReferenceEquals(kept, text) ? 0 : 1;
        return kept;
    }

    /// <summary>The same of a text that may be missing.</summary>
    public string? KeptOrNone(string? text) => text is null ? null : Kept(text);

    /// <summary>Gives what was counted and hashed.</summary>
    public MovedRows End() => new(name, _rows, Convert.ToHexStringLower(_hash.GetHashAndReset()), _mended);

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
        _rows++;
    }
}
