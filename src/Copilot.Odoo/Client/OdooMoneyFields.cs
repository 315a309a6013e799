using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>
/// The fields that hold nothing but cost or margin. For a caller whose roles may not see those they are not there, as if the account could not read them.
/// Only fields are listed whose absence every reader expects; what is left stands in text and is hidden there.
/// </summary>
internal static class OdooMoneyFields
{
    private static readonly Dictionary<(string Model, string Field), MoneyKind> Kinds = new()
    {
        [("product.product", "standard_price")] = MoneyKind.Cost,
        [("product.template", "standard_price")] = MoneyKind.Cost,
        [("sale.order.line", "purchase_price")] = MoneyKind.Cost,
        [("sale.order.line", "margin")] = MoneyKind.Margin,
        [("sale.order.line", "margin_percent")] = MoneyKind.Margin,
        [("sale.order", "margin")] = MoneyKind.Margin,
        [("sale.order", "margin_percent")] = MoneyKind.Margin,
    };

    /// <summary>The fields without those that are hidden.</summary>
    public static IReadOnlyDictionary<string, OdooField> Seen(string model, IReadOnlyDictionary<string, OdooField> fields, IReadOnlySet<MoneyKind> hidden)
        => hidden.Count == 0 || !fields.Keys.Any(f => IsHidden(model, f, hidden)) ? fields : fields.Where(f => !IsHidden(model, f.Key, hidden)).ToDictionary(StringComparer.Ordinal);

    private static bool IsHidden(string model, string field, IReadOnlySet<MoneyKind> hidden) => Kinds.TryGetValue((model, field), out var kind) && hidden.Contains(kind);
}
