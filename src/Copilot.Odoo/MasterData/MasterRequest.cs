using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.MasterData;

/// <summary>What was asked of the master data.</summary>
/// <param name="Of">customers, suppliers, products or all.</param>
/// <param name="Lacks">What they lack; null for all of them.</param>
/// <param name="Person">The salesperson whose customers count; null for everybody's.</param>
/// <param name="IsOwn">Whether that is who asks.</param>
/// <param name="Category">The category whose products count; null for all.</param>
/// <param name="Shown">How many are listed.</param>
internal sealed record MasterRequest(string Of, string? Lacks, ResolvedName? Person, bool IsOwn, ResolvedName? Category, int Shown)
{
    /// <summary>Whether customers are counted for each salesperson as well.</summary>
    public bool IsByPerson { get; init; }

    /// <summary>Customers: whole companies and single persons, not their contacts and addresses.</summary>
    public OdooDomain Customers
        => OdooDomain.Where("customer_rank", ">", 0).And("parent_id", "=", null) is var all && (Person is not null || IsOwn) ? all.And("user_id", "=", Person?.Id ?? 0) : all;

    /// <summary>Suppliers, without their contacts and addresses.</summary>
    public static OdooDomain Suppliers => OdooDomain.Where("supplier_rank", ">", 0).And("parent_id", "=", null);

    /// <summary>Products, each variant for itself.</summary>
    public OdooDomain Products => Category is { } category ? OdooDomain.Where("categ_id", "child_of", category.Id) : OdooDomain.All;

    /// <summary>Whose or which, behind the word: <c> of Lena Brandt</c>.</summary>
    public string About => Of == "products" ? Category is { } category ? $" of {category.Name}" : string.Empty : Of != "customers" ? string.Empty : IsOwn ? " of yours" : Person is { } person ? $" of {person.Name}" : string.Empty;
}
