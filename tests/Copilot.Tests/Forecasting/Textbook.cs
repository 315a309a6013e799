namespace Copilot.Tests.Forecasting;

/// <summary>Short published series.</summary>
internal static class Textbook
{
    /// <summary>International air passengers, thousands a month, 1949–1960 (Box and Jenkins 1970, series G).</summary>
    public static double[] AirPassengers =>
    [
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
        115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
        145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
        196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
        204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
        284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
        315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
        340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
        360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
    ];

    /// <summary>Air passengers in Australia, millions a year, 1990–2004 (Hyndman and Athanasopoulos, Forecasting: principles and practice, section on Holt's method).</summary>
    public static double[] AustralianAir =>
        [17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.60];

    /// <summary>A row of numbers around a mean, by a seeded draw.</summary>
    public static double[] Noise(int seed, int count, double mean, double spread)
    {
        var chance = new Random(seed);
        var values = new double[count];
        for (var t = 0; t < count; t++)
        {
            values[t] = mean + (spread * Normal(chance));
        }

        return values;
    }

    /// <summary>A draw from the normal distribution.</summary>
    public static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
