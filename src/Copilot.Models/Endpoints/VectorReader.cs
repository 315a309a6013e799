using System.Buffers.Binary;
using System.Text.Json;

namespace Copilot.Models.Endpoints;

/// <summary>Reads a vector as servers write it: an array of numbers, or base64 of little-endian single precision numbers.</summary>
internal static class VectorReader
{
    /// <summary>The most numbers a vector may have.</summary>
    public const int Longest = 16_384;

    /// <summary>Reads a vector and gives it length 1.</summary>
    /// <param name="written">The JSON.</param>
    /// <exception cref="EndpointException">It is none, or some of it is no number.</exception>
    public static float[] Read(JsonElement written)
    {
        var vector = written.ValueKind switch
        {
            JsonValueKind.Array => Numbers(written),
            JsonValueKind.String => Bytes(written),
            JsonValueKind.Null => throw new EndpointException(EndpointFault.NotANumber, "null in place of a vector"),
            _ => throw new EndpointException(EndpointFault.WrongAnswer, $"{written.ValueKind} in place of a vector"),
        };
        if (vector.Length is 0 or > Longest)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"a vector of {vector.Length} numbers"));
        }

        if (!vector.All(float.IsFinite))
        {
            throw new EndpointException(EndpointFault.NotANumber, "a vector with something that is no number");
        }

        UnitLength.Give(vector);
        return vector;
    }

    private static float[] Numbers(JsonElement array)
    {
        var vector = new float[array.GetArrayLength()];
        var i = 0;
        foreach (var number in array.EnumerateArray())
        {
            // Servers in Python write NaN as null or as a word.
            vector[i++] = number.ValueKind == JsonValueKind.Number ? (float)number.GetDouble()
                : number.ValueKind is JsonValueKind.Null or JsonValueKind.String ? float.NaN
                : throw new EndpointException(EndpointFault.WrongAnswer, $"{number.ValueKind} in place of a number");
        }

        return vector;
    }

    private static float[] Bytes(JsonElement text)
    {
        if (!text.TryGetBytesFromBase64(out var bytes) || bytes.Length % sizeof(float) != 0)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, "text in place of a vector");
        }

        var vector = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return vector;
    }
}
