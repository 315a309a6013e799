using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>How .NET values travel to Odoo.</summary>
internal static class OdooValue
{
    /// <summary>
    /// Null becomes false, moments become UTC "yyyy-MM-dd HH:mm:ss", days "yyyy-MM-dd"; collections element by element,
    /// dictionaries with text keys member by member, domains as their terms.
    /// </summary>
    public static object? ToWire(object? value) => value switch
    {
        null => false,
        string or bool or int or long or decimal or double or JsonElement => value,
        DateTimeOffset m => m.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        OdooDomain domain => domain.Terms,
        IEnumerable<KeyValuePair<string, object?>> members => members.ToDictionary(m => m.Key, m => ToWire(m.Value)),
        IEnumerable list => list.Cast<object?>().Select(ToWire).ToArray(),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot travel to Odoo.", nameof(value)),
    };
}
