using System.Globalization;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Checks <see cref="MatchingOptions"/> when the program starts and names all faults together.</summary>
internal sealed class MatchingOptionsCheck : IValidateOptions<MatchingOptions>
{
    public ValidateOptionsResult Validate(string? name, MatchingOptions options)
    {
        List<string> faults =
        [
            .. Range(nameof(options.PriceAmount), options.PriceAmount, 1_000_000),
            .. Range(nameof(options.PricePercent), options.PricePercent, 100),
            .. Range(nameof(options.QuantityPercent), options.QuantityPercent, 100),
            .. Range(nameof(options.Charges), options.Charges, 1_000_000),
            .. Range(nameof(options.Days), options.Days, 365),
            .. MatchingOptions.Read(options.Suppliers) is null
                ? [$"Copilot:Matching:Suppliers is \"{options.Suppliers}\": write SUPPLIER: KEY=NUMBER, KEY=NUMBER; SUPPLIER: …, where a key is PriceAmount, PricePercent, QuantityPercent, Charges or Days."]
                : Array.Empty<string>(),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Range(string key, decimal value, decimal most)
        => value >= 0 && value <= most ? [] : [string.Create(CultureInfo.InvariantCulture, $"Copilot:Matching:{key} is {value}: give 0 to {most}.")];
}
