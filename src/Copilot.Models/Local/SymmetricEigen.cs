namespace Copilot.Models.Local;

/// <summary>Eigenvectors of a symmetric square by Jacobi's rotations (Golub and Van Loan, "Matrix Computations", section 8.5): slow for large squares, and the same on every machine.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 30;

    /// <summary>Gets the eigenvectors, the largest eigenvalue's first.</summary>
    /// <param name="square">The square, row by row; it is overwritten.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A square with an eigenvector in each column, row by row.</returns>
    public static double[] VectorsOf(double[] square, int size, CancellationToken cancellationToken)
    {
        // The vectors are rows while they are turned, so that a rotation reads memory in order.
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(square, size); sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Sweep(square, vectors, size);
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => square[(i * size) + i]).ThenBy(i => i).ToArray();
        var columns = new double[size * size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i < size; i++)
            {
                columns[(i * size) + j] = vectors[(order[j] * size) + i];
            }
        }

        return columns;
    }

    private static bool IsDiagonal(double[] square, int size)
    {
        var off = 0.0;
        var diagonal = 0.0;
        for (var i = 0; i < size; i++)
        {
            diagonal += square[(i * size) + i] * square[(i * size) + i];
            for (var j = i + 1; j < size; j++)
            {
                off += square[(i * size) + j] * square[(i * size) + j];
            }
        }

        return off <= 1e-18 * diagonal;
    }

    private static void Sweep(double[] square, double[] vectors, int size)
    {
        for (var p = 0; p < size; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                var between = square[(p * size) + q];
                if (Math.Abs(between) < 1e-200)
                {
                    continue;
                }

                var slope = (square[(q * size) + q] - square[(p * size) + p]) / (2 * between);
                var tangent = (slope >= 0 ? 1 : -1) / (Math.Abs(slope) + Math.Sqrt((slope * slope) + 1));
                var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
                var sine = tangent * cosine;
                TurnRows(square, p, q, size, cosine, sine);
                TurnColumns(square, p, q, size, cosine, sine);
                TurnRows(vectors, p, q, size, cosine, sine);
            }
        }
    }

    private static void TurnRows(double[] square, int p, int q, int size, double cosine, double sine)
    {
        var first = square.AsSpan(p * size, size);
        var second = square.AsSpan(q * size, size);
        for (var i = 0; i < first.Length; i++)
        {
            var (x, y) = (first[i], second[i]);
            first[i] = (cosine * x) - (sine * y);
            second[i] = (sine * x) + (cosine * y);
        }
    }

    private static void TurnColumns(double[] square, int p, int q, int size, double cosine, double sine)
    {
        for (var at = 0; at < square.Length; at += size)
        {
            var (x, y) = (square[at + p], square[at + q]);
            square[at + p] = (cosine * x) - (sine * y);
            square[at + q] = (sine * x) + (cosine * y);
        }
    }
}
