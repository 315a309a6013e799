using System.Globalization;
using System.Text;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>A vector as pgvector reads it: <c>[0.5,-1]</c>.</summary>
internal static class VectorText
{
    /// <summary>Writes it.</summary>
    public static string Of(ReadOnlySpan<float> numbers)
    {
        var text = new StringBuilder(numbers.Length * 12).Append('[');
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            text.Append(CultureInfo.InvariantCulture, $"{numbers[i]}");
        }

        return text.Append(']').ToString();
    }
}
