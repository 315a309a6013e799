namespace Copilot.Models;

/// <summary>Vectors of length 1, so that a dot product is a cosine.</summary>
internal static class UnitLength
{
    /// <summary>Scales a vector to length 1; one of zeros, or too small to have a direction, becomes zeros.</summary>
    /// <param name="vector">The vector; every number finite.</param>
    public static void Give(Span<float> vector)
    {
        // Summed number by number in double: the same on every machine, and large numbers don't overflow.
        var square = 0.0;
        foreach (var number in vector)
        {
            square += (double)number * number;
        }

        if (square < 1e-24)
        {
            vector.Clear();
            return;
        }

        var factor = 1 / Math.Sqrt(square);
        foreach (ref var number in vector)
        {
            number = (float)(number * factor);
        }
    }
}
