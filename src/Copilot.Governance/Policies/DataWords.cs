using Copilot.Contracts;

namespace Copilot.Governance.Policies;

/// <summary>The kinds of data in words.</summary>
internal static class DataWords
{
    /// <summary>As the policies file writes them.</summary>
    public static IReadOnlyDictionary<string, DataClass> ByName { get; } = Enum.GetValues<DataClass>().ToDictionary(d => d.ToString().ToLowerInvariant(), d => d);

    /// <summary>For people.</summary>
    public static string Describe(DataClass data) => data switch
    {
        DataClass.Knowledge => "documents",
        DataClass.Sales => "customers and sales orders",
        DataClass.Stock => "stock and transfers",
        DataClass.Purchasing => "purchase orders and suppliers",
        DataClass.Receivables => "invoices and payments",
        DataClass.Service => "service tickets",
        _ => throw new ArgumentOutOfRangeException(nameof(data), data, "Unknown kind of data."),
    };
}
