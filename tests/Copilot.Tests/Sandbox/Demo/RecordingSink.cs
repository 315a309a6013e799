using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Copilot.Sandbox.Store;

namespace Copilot.Tests.Sandbox.Demo;

/// <summary>Keeps all records in memory, numbered as the engine does.</summary>
internal sealed class RecordingSink : IRecordSink
{
    private readonly Dictionary<string, SortedDictionary<int, Dictionary<string, object?>>> tables = [];

    private readonly Dictionary<string, int> last = [];

    public IReadOnlyCollection<string> Models => tables.Keys;

    public int Add(string model, Dictionary<string, object?> values)
    {
        if (!tables.TryGetValue(model, out var table))
        {
            table = tables[model] = [];
        }

        var id = values.TryGetValue("id", out var given) ? (int)given! : last.GetValueOrDefault(model) + 1;
        last[model] = Math.Max(id, last.GetValueOrDefault(model));
        table.Add(id, values);
        values["id"] = id;
        return id;
    }

    public IEnumerable<Rec> All(string model) => tables[model].Values.Select(v => new Rec(v));

    public Rec Get(string model, int id) => new(tables[model][id]);

    public bool Has(string model, int id) => tables.TryGetValue(model, out var table) && table.ContainsKey(id);

    public int Count(string model) => tables[model].Count;

    /// <summary>One hash over every record and value, in order.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var (model, table) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            foreach (var (id, values) in table)
            {
                text.Append(model).Append(id);
                foreach (var (name, value) in values)
                {
                    text.Append('|').Append(name).Append('=').Append(value is int[] many ? string.Join(',', many) : Convert.ToString(value, CultureInfo.InvariantCulture));
                }
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
