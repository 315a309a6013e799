using System.Text;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Products that are probably the same, and why it looks so.</summary>
internal sealed record DoubleProducts(IReadOnlyList<OdooRow> Products, string Why)
{
    /// <summary>
    /// Finds products of different templates with the same words in their names (whatever their order, case and signs), the same reference or the
    /// same barcode. Variants of one template share a name on purpose and do not count.
    /// </summary>
    public static IReadOnlyList<DoubleProducts> Find(IReadOnlyList<OdooRow> products)
    {
        var found = new List<DoubleProducts>();
        var told = new HashSet<string>();
        foreach (var (key, why) in new (Func<OdooRow, string?> Key, string Why)[]
            {
                (r => r.Text("barcode"), "the same barcode"),
                (r => r.Text("default_code")?.Trim().ToUpperInvariant(), "the same reference"),
                (r => Words(r.Text("name")), "the same words in the name"),
            })
        {
            foreach (var group in products.Where(p => !string.IsNullOrEmpty(key(p))).GroupBy(p => key(p)!, StringComparer.Ordinal).Where(g => g.Select(p => p.Link("product_tmpl_id")?.Id).Distinct().Count() > 1))
            {
                var members = group.OrderBy(p => p.Id).ToList();
                if (told.Add(string.Join(',', members.Select(p => p.Id))))
                {
                    found.Add(new DoubleProducts(members, why));
                }
            }
        }

        return [.. found.OrderBy(f => f.Products[0].Id)];
    }

    /// <summary>The words of a name in one order, without case and signs; null for a name of fewer than two words, which says too little.</summary>
    internal static string? Words(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in (name ?? string.Empty).ToUpperInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.Count < 2 ? null : string.Join(' ', words.Order(StringComparer.Ordinal));
    }
}
