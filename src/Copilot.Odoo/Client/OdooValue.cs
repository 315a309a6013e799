using System.Globalization;

namespace Copilot.Odoo.Client;

/// <summary>How .NET values travel to Odoo.</summary>
internal static class OdooValue
{
    /// <summary>Null becomes false, moments become UTC "yyyy-MM-dd HH:mm:ss", days "yyyy-MM-dd"; collections element by element.</summary>
    public static object? ToWire(object? value) => value switch
    {
        null => false,
        string or bool or int or long or decimal or double => value,
        DateTimeOffset m => m.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(ToWire).ToArray(),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot travel to Odoo.", nameof(value)),
    };
}
