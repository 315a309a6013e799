namespace Copilot.Forecasting.Numerics;

/// <summary>Solves small symmetric systems.</summary>
internal static class LinearSystem
{
    /// <summary>Solves a x = b by Cholesky's decomposition, in place.</summary>
    /// <param name="a">The matrix, by rows; its lower half is overwritten.</param>
    /// <param name="b">The right side, and the solution.</param>
    /// <returns>Whether the matrix is positive definite; otherwise the solution is not to be used.</returns>
    public static bool Solve(double[] a, Span<double> b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[(i * n) + k] * a[(j * n) + k];
                }

                if (i != j)
                {
                    a[(i * n) + j] = sum / a[(j * n) + j];
                }
                else if (sum > 1e-14)
                {
                    a[(i * n) + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                b[i] -= a[(i * n) + k] * b[k];
            }

            b[i] /= a[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                b[i] -= a[(k * n) + i] * b[k];
            }

            b[i] /= a[(i * n) + i];
        }

        return true;
    }
}
