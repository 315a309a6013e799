using System.Globalization;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>The next number of a series: one above the highest that is in use, so that numbers go on where the demo data stops.</summary>
internal static class Numbering
{
    public static string Next(Session session, string model, string field, string prefix, int digits)
    {
        var table = session.Database[model];
        var cell = table.Model[field].Cell;
        var highest = 0;
        foreach (var row in table.Rows())
        {
            if (row.Cells[cell] is string name && name.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                highest = Math.Max(highest, number);
            }
        }

        return prefix + (highest + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
