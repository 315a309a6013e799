using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Host.Storage.Moving;

/// <summary>A row on its way, in the form both stores can hold and that is hashed alike on both sides.</summary>
/// <param name="Values">The values: null, text, long, double or bytes.</param>
/// <param name="Mended">How many texts held what PostgreSQL can't keep.</param>
internal sealed record MovingRow(IReadOnlyList<object?> Values, int Mended)
{
    /// <summary>Gets about how much memory it takes, in characters.</summary>
    public long Size => Values.Sum(value => value switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 8L });

    /// <summary>Reads the row a reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The row.</returns>
    public static MovingRow Read(DbDataReader reader)
    {
        var values = new object?[reader.FieldCount];
        var mended = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.GetValue(i) switch
            {
                DBNull => null,
                bool truth => truth ? 1L : 0L,
                int number => (long)number,
                short number => (long)number,
                float number => (double)number,
                var other => other,
            };
            if (values[i] is string text && StorableText.Of(text) is { } kept && kept != text)
            {
                values[i] = kept;
                mended++;
            }
        }

        return new MovingRow(values, mended);
    }

    /// <summary>Adds the row to a hash: each value as the length of its text in UTF-8 bytes, a colon and the bytes; a missing one is <c>-</c>.</summary>
    /// <param name="hash">The hash of the table.</param>
    public void AddTo(IncrementalHash hash)
    {
        foreach (var value in Values)
        {
            if (value is null)
            {
                hash.AppendData("-"u8);
                continue;
            }

            var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!);
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }
    }
}
