using System.Numerics;
using System.Runtime.InteropServices;

namespace Copilot.Models.Local;

/// <summary>
/// A table of numbers, row by row. All sums run in a fixed order and vector instructions only work number by number, so that the result does
/// not depend on how wide the machine's registers are.
/// </summary>
/// <param name="count">How many rows.</param>
/// <param name="width">How many numbers a row has.</param>
internal sealed class DenseRows(int count, int width)
{
    private readonly float[] _numbers = new float[(long)count * width];

    /// <summary>Gets how many rows there are.</summary>
    public int Count { get; } = count;

    /// <summary>Gets how many numbers a row has.</summary>
    public int Width { get; } = width;

    /// <summary>Gets a row.</summary>
    /// <param name="row">Its place.</param>
    public Span<float> Row(int row) => _numbers.AsSpan(row * Width, Width);

    /// <summary>Sets every number to zero.</summary>
    public void Clear() => Array.Clear(_numbers);

    /// <summary>Adds a multiple of one row to another.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="row">The row to add.</param>
    /// <param name="to">The row added to; as long.</param>
    public static void Add(float factor, ReadOnlySpan<float> row, Span<float> to)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(row);
        var wideTo = MemoryMarshal.Cast<float, Vector<float>>(to);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < wideTo.Length; i++)
        {
            wideTo[i] += factors * wide[i];
        }

        for (var i = wideTo.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] += factor * row[i];
        }
    }

    /// <summary>Gets the dot products of the columns with each other.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A symmetric square, row by row.</returns>
    public double[] ColumnProducts(CancellationToken cancellationToken)
    {
        var sum = new ProductSum(Width);
        for (var row = 0; row < Count; row++)
        {
            sum.Add(Row(row));
            if (row % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return sum.Total();
    }

    /// <summary>
    /// Makes the columns perpendicular and of length 1, spanning what they spanned; a column that adds nothing to those before it becomes zeros.
    /// Cholesky QR in two passes, the first shifted (Fukaya and others, SIAM J. Sci. Comput. 42, 2020).
    /// </summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Orthonormalise(CancellationToken cancellationToken)
    {
        // The shift is what single precision can tell from nothing; what the first pass leaves shorter than the floor is rounding noise.
        Divide(Triangle(ColumnProducts(cancellationToken), shift: 1e-9, floor: 0));
        Divide(Triangle(ColumnProducts(cancellationToken), shift: 0, floor: 1e-3));
    }

    /// <summary>Multiplies every row by a square from the right and keeps the first columns of the result.</summary>
    /// <param name="square">The square, row by row.</param>
    /// <param name="keep">How many columns to keep.</param>
    public DenseRows Times(double[] square, int keep)
    {
        var factors = new float[Width * keep];
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < keep; j++)
            {
                factors[(i * keep) + j] = (float)square[(i * Width) + j];
            }
        }

        var product = new DenseRows(Count, keep);
        for (var r = 0; r < Count; r++)
        {
            var row = Row(r);
            for (var i = 0; i < Width; i++)
            {
                Add(row[i], factors.AsSpan(i * keep, keep), product.Row(r));
            }
        }

        return product;
    }

    private void Divide(float[] triangle)
    {
        for (var r = 0; r < Count; r++)
        {
            var row = Row(r);
            for (var i = 0; i < Width; i++)
            {
                var corner = triangle[(i * Width) + i];
                row[i] = corner > 0 ? row[i] / corner : 0;
                Add(-row[i], triangle.AsSpan((i * Width) + i + 1, Width - i - 1), row[(i + 1)..]);
            }
        }
    }

    // The upper triangle R with RᵀR = the products; a row of zeros for a column that is left out.
    private float[] Triangle(double[] products, double shift, double floor)
    {
        var largest = 0.0;
        for (var i = 0; i < Width; i++)
        {
            largest = Math.Max(largest, products[(i * Width) + i]);
        }

        var triangle = new double[Width * Width];
        for (var i = 0; i < Width; i++)
        {
            var rest = products[(i * Width) + i] + (largest * shift);
            for (var p = 0; p < i; p++)
            {
                rest -= triangle[(p * Width) + i] * triangle[(p * Width) + i];
            }

            if (rest <= Math.Max(largest * floor, 1e-30))
            {
                continue;
            }

            var corner = Math.Sqrt(rest);
            triangle[(i * Width) + i] = corner;
            for (var j = i + 1; j < Width; j++)
            {
                var value = products[(i * Width) + j];
                for (var p = 0; p < i; p++)
                {
                    value -= triangle[(p * Width) + i] * triangle[(p * Width) + j];
                }

                triangle[(i * Width) + j] = value / corner;
            }
        }

        return Array.ConvertAll(triangle, number => (float)number);
    }
}
