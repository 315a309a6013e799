using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// A vector as a byte for each number, with what that costs in exactness: a quarter of the memory to go through. By the inequality of Cauchy and Schwarz a
/// product of codes is never further from that of the vectors than the lengths of what was rounded away, so nothing near enough is missed.
/// </summary>
internal static class VectorCode
{
    // Sums of products stay below 2^31 up to 8,000 numbers.
    private const int QuestionLargest = 2047;
    private const int Step = 32;

    /// <summary>How far sums of rounded floats may lie beside the truth, generously.</summary>
    private const float Rounding = 1e-4f;

    /// <summary>Gets how many codes a vector takes.</summary>
    public static int LengthOf(int dimension) => (dimension + Step - 1) / Step * Step;

    /// <summary>Writes the codes of a vector; gives the number that one stands for, and the length of what was rounded away.</summary>
    public static (float Scale, float Lost) Write(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        codes.Clear();
        var scale = TensorPrimitives.MaxMagnitude(vector) is var largest ? MathF.Abs(largest) / sbyte.MaxValue : 0;
        if (scale == 0)
        {
            return (0, 0);
        }

        var lost = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            codes[i] = (sbyte)MathF.Round(vector[i] / scale);
            var rest = vector[i] - (codes[i] * scale);
            lost += rest * rest;
        }

        return (scale, (float)Math.Sqrt(lost));
    }

    /// <summary>Prepares a question's vector.</summary>
    public static Question Ask(ReadOnlySpan<float> vector)
    {
        var codes = new short[LengthOf(vector.Length)];
        var scale = MathF.Abs(TensorPrimitives.MaxMagnitude(vector)) / QuestionLargest;
        var lost = 0.0;
        for (var i = 0; i < vector.Length && scale > 0; i++)
        {
            codes[i] = (short)MathF.Round(vector[i] / scale);
            var rest = vector[i] - (codes[i] * scale);
            lost += rest * rest;
        }

        return new Question(codes, scale, TensorPrimitives.Norm(vector), (float)Math.Sqrt(lost));
    }

    /// <summary>Multiplies and adds up codes, both of the same length, a multiple of 32.</summary>
    public static int Dot(ReadOnlySpan<short> question, ReadOnlySpan<sbyte> codes) => Avx2.IsSupported ? DotAvx2(question, codes) : DotAnywhere(question, codes);

    /// <summary>The same for processors of any kind.</summary>
    public static int DotAnywhere(ReadOnlySpan<short> question, ReadOnlySpan<sbyte> codes)
    {
        var sum = Vector128<int>.Zero;
        for (var i = 0; i < codes.Length; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(codes.Slice(i, Vector128<sbyte>.Count)));
            sum += Products(Vector128.Create(question.Slice(i, Vector128<short>.Count)), low);
            sum += Products(Vector128.Create(question.Slice(i + Vector128<short>.Count, Vector128<short>.Count)), high);
        }

        return Vector128.Sum(sum);

        static Vector128<int> Products(Vector128<short> a, Vector128<short> b)
        {
            var (a0, a1) = Vector128.Widen(a);
            var (b0, b1) = Vector128.Widen(b);
            return (a0 * b0) + (a1 * b1);
        }
    }

    private static int DotAvx2(ReadOnlySpan<short> question, ReadOnlySpan<sbyte> codes)
    {
        ref var q = ref MemoryMarshal.GetReference(question);
        ref var c = ref MemoryMarshal.GetReference(codes);
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < (nuint)codes.Length; i += Step)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref c, i));
            even += Avx2.MultiplyAddAdjacent(low, Vector256.LoadUnsafe(ref q, i));
            odd += Avx2.MultiplyAddAdjacent(high, Vector256.LoadUnsafe(ref q, i + (nuint)Vector256<short>.Count));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>A question's vector as codes.</summary>
    /// <param name="Codes">The codes.</param>
    /// <param name="Scale">The number that one stands for.</param>
    /// <param name="Length">The vector's length.</param>
    /// <param name="Lost">The length of what was rounded away.</param>
    internal sealed record Question(short[] Codes, float Scale, float Length, float Lost)
    {
        /// <summary>Gets how far the product with a vector may lie from that with its codes.</summary>
        public float ErrorWith(float vectorLength, float vectorLost) => (Length * vectorLost) + (Lost * (vectorLength + vectorLost)) + Rounding;
    }
}
