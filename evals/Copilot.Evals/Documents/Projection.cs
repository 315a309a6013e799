namespace Copilot.Evals.Documents;

/// <summary>A view at an angle: straight lines stay straight. Eight numbers, the ninth is one.</summary>
internal sealed class Projection
{
    private readonly double[] _of;

    private Projection(double[] of) => _of = of;

    /// <summary>Finds the one that leads four points to four others.</summary>
    public static Projection Between((double X, double Y)[] from, (double X, double Y)[] to)
    {
        var rows = new double[8][];
        for (var i = 0; i < 4; i++)
        {
            var ((x, y), (u, v)) = (from[i], to[i]);
            rows[2 * i] = [x, y, 1, 0, 0, 0, -u * x, -u * y, u];
            rows[(2 * i) + 1] = [0, 0, 0, x, y, 1, -v * x, -v * y, v];
        }

        // Gauss and Jordan, with the largest pivot.
        for (var c = 0; c < 8; c++)
        {
            var best = Enumerable.Range(c, 8 - c).MaxBy(r => Math.Abs(rows[r][c]));
            (rows[c], rows[best]) = (rows[best], rows[c]);
            for (var r = 0; r < 8; r++)
            {
                var factor = r == c ? 0 : rows[r][c] / rows[c][c];
                for (var k = c; k < 9 && r != c; k++)
                {
                    rows[r][k] -= factor * rows[c][k];
                }
            }
        }

        return new Projection([.. rows.Select((r, i) => r[8] / r[i])]);
    }

    /// <summary>Where it leads a point.</summary>
    public (double X, double Y) Map(double x, double y)
    {
        var depth = (_of[6] * x) + (_of[7] * y) + 1;
        return (((_of[0] * x) + (_of[1] * y) + _of[2]) / depth, ((_of[3] * x) + (_of[4] * y) + _of[5]) / depth);
    }
}
