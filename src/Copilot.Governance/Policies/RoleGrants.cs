using System.Collections.Frozen;
using Copilot.Contracts;

namespace Copilot.Governance.Policies;

/// <summary>Which kinds of data a role may ask for at all. The ERP's own rights narrow this further for each record.</summary>
internal static class RoleGrants
{
    private static readonly FrozenDictionary<string, FrozenSet<DataClass>> Grants = new Dictionary<string, FrozenSet<DataClass>>
    {
        [RoleNames.SalesRep] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Service),
        [RoleNames.WarehouseSupervisor] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing),
        [RoleNames.ServiceAgent] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Service),
        [RoleNames.Purchaser] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing),
        [RoleNames.Accountant] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing, DataClass.Receivables),
        [RoleNames.OperationsManager] = FrozenSet.Create(DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing, DataClass.Receivables, DataClass.Service),
        [RoleNames.Auditor] = FrozenSet.Create(DataClass.Knowledge),
    }.ToFrozenDictionary();

    /// <summary>The classes among those asked for that none of the roles may see.</summary>
    public static IReadOnlyList<DataClass> Missing(IEnumerable<string> roles, IEnumerable<DataClass> touched)
    {
        var granted = roles.SelectMany(r => Grants.TryGetValue(r, out var g) ? g : FrozenSet<DataClass>.Empty).ToHashSet();
        return [.. touched.Where(t => !granted.Contains(t)).Distinct()];
    }

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
