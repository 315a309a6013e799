using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Customers;

/// <summary>Which agreed prices were changed lately, by whom.</summary>
internal static class PriceChanges
{
    private static readonly (string List, string Code, int DaysAgo, string Login)[] All =
    [
        (DemoCast.Nordlicht, "FLM-STR-23", 4, "operations-manager"),
        (DemoCast.Nordlicht, "TAP-PP48-66", 4, "operations-manager"),
        (DemoCast.Castellan, "BRG-6204-2RS", 9, "operations-manager"),
        (DemoCast.Kessler, "FLM-STR-23", 2, "admin"),
    ];

    /// <summary>The change of a product's price in a customer's list; null when there was none.</summary>
    public static (int DaysAgo, string Login)? Of(string list, Catalogue catalogue, int productId)
        => All.FirstOrDefault(c => c.List == list && catalogue[c.Code].Id == productId) is { Code: not null } found ? (found.DaysAgo, found.Login) : null;
}
