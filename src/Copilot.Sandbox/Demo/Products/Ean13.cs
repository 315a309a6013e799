using System.Globalization;

namespace Copilot.Sandbox.Demo.Products;

/// <summary>Article numbers with their check digit, from the range for in-house use (200…).</summary>
internal static class Ean13
{
    public static string For(int item)
    {
        var body = "200" + item.ToString("D9", CultureInfo.InvariantCulture);
        return body + (char)('0' + CheckDigit(body));
    }

    /// <summary>Weights 1 and 3 in turn from the left, filled up to the next ten.</summary>
    public static int CheckDigit(string twelveDigits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (twelveDigits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return (10 - (sum % 10)) % 10;
    }
}
