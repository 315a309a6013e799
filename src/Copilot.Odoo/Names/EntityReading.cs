using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>One reading of all names. A model that the account may not read, or that does not answer, is left out.</summary>
internal sealed class EntityReading(IOdooClient client, Caller caller)
{
    private const int MostNames = 50_000;

    // Delivery and invoice addresses are no persons, unless they have a job.
    private static readonly string[] PersonTypes = ["contact", "private"];

    public async Task<EntityNames> ReadAsync(CancellationToken cancellationToken)
    {
        var partners = RowsAsync("res.partner", OdooDomain.Where("customer_rank", ">", 0).Or("supplier_rank", ">", 0), ["name", "ref", "city", "customer_rank", "supplier_rank", "parent_id"], cancellationToken);
        var products = RowsAsync("product.product", OdooDomain.All, ["name", "default_code", "barcode"], cancellationToken);
        var categories = RowsAsync("product.category", OdooDomain.All, ["name", "complete_name"], cancellationToken);
        var warehouses = RowsAsync("stock.warehouse", OdooDomain.All, ["name", "code", "partner_id"], cancellationToken);
        var companies = RowsAsync("res.company", OdooDomain.All, ["name"], cancellationToken);
        var people = RowsAsync("res.users", OdooDomain.Where("share", "=", false), ["name", "login"], cancellationToken);
        var persons = RowsAsync("res.partner", OdooDomain.Where("is_company", "=", false).And(OdooDomain.Where("type", "in", PersonTypes).Or("function", "!=", null)), ["name"], cancellationToken);
        var numbers = new NumberPatterns(client, caller).ReadAsync(cancellationToken);
        await Task.WhenAll(partners, products, categories, warehouses, companies, people, persons, numbers);

        var customers = (await partners).Where(p => p.Whole("customer_rank") > 0).Select(p => Entity(SlotKind.Customer, "res.partner", p, p.Text("name"), [p.Text("ref"), ShortCompany(p.Text("name"))]));
        var suppliers = (await partners).Where(p => p.Whole("supplier_rank") > 0).Select(p => Entity(SlotKind.Supplier, "res.partner", p, p.Text("name"), [p.Text("ref"), ShortCompany(p.Text("name"))]));
        var entities = customers
            .Concat(suppliers)
            .Concat((await products).Select(p => Entity(SlotKind.Product, "product.product", p, p.Text("default_code") ?? p.Text("name"), [p.Text("default_code"), p.Text("barcode")])))
            .Concat((await categories).Select(c => Entity(SlotKind.Category, "product.category", c, c.Text("name"), [c.Text("complete_name")])))
            .Concat((await warehouses).Select(w => Entity(SlotKind.Warehouse, "stock.warehouse", w, w.Text("code"), [w.Text("name"), City(w.Text("name"))])))
            .Concat((await companies).Select(c => Entity(SlotKind.Company, "res.company", c, c.Text("name"), [])))
            .Concat((await people).Select(u => Entity(SlotKind.Person, "res.users", u, u.Text("name"), [FirstName(u.Text("name"))])));
        return new EntityNames
        {
            Entities = [.. entities.Where(e => e.Canonical.Length > 0).Take(MostNames)],
            Numbers = await numbers,
            People = [.. (await people).Concat(await persons).Select(p => p.Text("name")).OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Whether two readings hold the same names.</summary>
    public static bool Same(EntityNames a, EntityNames b)
        => a.Entities.Count == b.Entities.Count
        && a.Entities.Zip(b.Entities).All(p => p.First.Record == p.Second.Record && p.First.Kind == p.Second.Kind && p.First.Canonical == p.Second.Canonical && p.First.Aliases.SequenceEqual(p.Second.Aliases))
        && a.Numbers.Select(n => (n.Kind, n.Prefix, n.Padding)).SequenceEqual(b.Numbers.Select(n => (n.Kind, n.Prefix, n.Padding)))
        && a.People.SequenceEqual(b.People);

    /// <summary>The name without its legal form: "Nordlicht Logistik GmbH" is called "Nordlicht Logistik".</summary>
    internal static string? ShortCompany(string? name)
    {
        var words = name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var last = Array.FindLastIndex(words, w => !LegalForms.Contains(w.TrimEnd('.', ',')));
        return last >= 0 && last < words.Length - 1 ? string.Join(' ', words[..(last + 1)]) : null;
    }

    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "GmbH", "AG", "KG", "SAS", "SA", "SARL", "BV", "B.V", "NV", "N.V", "Ltd", "Limited", "LLC", "Inc", "SpA", "S.p.A", "Srl", "S.r.l", "SL", "S.L", "AS", "AB", "OÜ", "Oy", "ApS", "A/S", "o.o", "z", "Sp", "PLC", "Lda", "Kft", "s.r.o", "d.o.o", "UAB", "SIA",
    };

    private static string? City(string? warehouse) => warehouse?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words ? words[0] : null;

    private static string? FirstName(string? name) => name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words ? words[0] : null;

    private static EntityName Entity(SlotKind kind, string model, OdooRow row, string? canonical, IEnumerable<string?> aliases)
    {
        var name = row.Text("name") ?? canonical ?? string.Empty;
        return new EntityName
        {
            Kind = kind,
            Record = new RecordRef(model, row.Id),
            Canonical = canonical ?? name,
            Name = name,
            Aliases = [.. aliases.Where(a => !string.IsNullOrWhiteSpace(a) && a != canonical).Select(a => a!).Distinct()],
        };
    }

    private async Task<IReadOnlyList<OdooRow>> RowsAsync(string model, OdooDomain domain, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        try
        {
            return await client.MayReadAsync(caller, model, cancellationToken)
                ? (await client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id", Limit = MostNames }, cancellationToken)).Rows
                : [];
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation or OdooFault.Server)
        {
            return [];
        }
    }
}
