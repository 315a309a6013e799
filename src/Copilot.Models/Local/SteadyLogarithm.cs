namespace Copilot.Models.Local;

/// <summary>
/// The natural logarithm from additions, multiplications and divisions alone. <see cref="Math.Log(double)"/> asks the C library, whose last
/// digit differs between machines; a fitted model must have the same bytes everywhere.
/// </summary>
internal static class SteadyLogarithm
{
    private const double Two = 0.693147180559945309417232121458;
    private const double RootOfTwo = 1.41421356237309504880168872421;
    private const int Terms = 12;

    /// <summary>Gets the logarithm of a positive, normal number; right to about 15 digits.</summary>
    /// <param name="number">The number.</param>
    public static double Of(double number)
    {
        // number = mantissa × 2^exponent with the mantissa around 1, where the series of artanh converges fast.
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > RootOfTwo)
        {
            mantissa /= 2;
            exponent++;
        }

        var x = (mantissa - 1) / (mantissa + 1);
        var square = x * x;
        var sum = 0.0;
        for (var term = Terms; term >= 0; term--)
        {
            sum = (sum * square) + (1.0 / ((2 * term) + 1));
        }

        return (2 * x * sum) + (exponent * Two);
    }
}
