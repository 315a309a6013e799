using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>By how much suppliers' documents may differ from their orders before a person is asked: the keys <c>Copilot:Matching:…</c>. Checked when the program starts.</summary>
public sealed class MatchingOptions
{
    /// <summary>Gets or sets how much a line may cost more or less because of its price, in the document's currency (default 5; 0 to 1,000,000). Too large: overcharges pass unseen.</summary>
    public decimal PriceAmount { get; set; } = 5;

    /// <summary>Gets or sets by how many percent a price may differ (default 2; 0 to 100). Both limits must be kept.</summary>
    public decimal PricePercent { get; set; } = 2;

    /// <summary>Gets or sets by how many percent more may be billed or sent than is due (default 0; 0 to 100).</summary>
    public decimal QuantityPercent { get; set; }

    /// <summary>Gets or sets up to which amount freight and fees pass that the order does not have (default 25; 0 to 1,000,000).</summary>
    public decimal Charges { get; set; } = 25;

    /// <summary>Gets or sets by how many days a confirmed day may be later than the planned one (default 0; 0 to 365).</summary>
    public int Days { get; set; }

    /// <summary>
    /// Gets or sets other limits for single suppliers: <c>Kartonwerk Sachsen GmbH: PricePercent=3, Charges=60; Tapex NV: Days=2</c> (default none). What is not said stays as above.
    /// </summary>
    public string Suppliers { get; set; } = string.Empty;

    /// <summary>What passes for a supplier.</summary>
    internal MatchTolerance For(string supplier)
        => Read(Suppliers) is { } own && own.TryGetValue(NameMatch.Fold(supplier), out var change) ? change(General) : General;

    private MatchTolerance General => new() { PriceAmount = PriceAmount, PricePercent = PricePercent, QuantityPercent = QuantityPercent, Charges = Charges, Days = Days };

    /// <summary>Reads the limits of single suppliers; null when they can't be read.</summary>
    internal static Dictionary<string, Func<MatchTolerance, MatchTolerance>>? Read(string text)
    {
        var read = new Dictionary<string, Func<MatchTolerance, MatchTolerance>>(StringComparer.Ordinal);
        foreach (var entry in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.LastIndexOf(':') is not (> 0 and var colon))
            {
                return null;
            }

            Func<MatchTolerance, MatchTolerance> change = t => t;
            foreach (var limit in entry[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (limit.Split('=', StringSplitOptions.TrimEntries) is not [var key, var value] || !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Change(key, number) is not { } more)
                {
                    return null;
                }

                var before = change;
                change = t => more(before(t));
            }

            read[NameMatch.Fold(entry[..colon])] = change;
        }

        return read;
    }

    private static Func<MatchTolerance, MatchTolerance>? Change(string key, decimal number) => key switch
    {
        nameof(PriceAmount) => t => t with { PriceAmount = number },
        nameof(PricePercent) => t => t with { PricePercent = number },
        nameof(QuantityPercent) => t => t with { QuantityPercent = number },
        nameof(Charges) => t => t with { Charges = number },
        nameof(Days) when number == decimal.Truncate(number) && number <= 365 => t => t with { Days = (int)number },
        _ => null,
    };
}
