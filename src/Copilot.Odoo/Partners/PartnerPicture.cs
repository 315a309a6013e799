using Copilot.Odoo.Accounting;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>A customer or supplier as Odoo keeps it, with the contacts and addresses below it.</summary>
internal sealed record PartnerPicture
{
    public required OdooRow Row { get; init; }

    /// <summary>Contacts and addresses of the same company, without private ones.</summary>
    public required IReadOnlyList<OdooRow> Below { get; init; }

    /// <summary>The contact that was asked for, where it was one and not the company.</summary>
    public OdooRow? Asked { get; init; }

    /// <summary>Whether it has more contacts than were read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Payment terms, price list and credit limit, as far as they may be read; null when they were not asked for or may not.</summary>
    public OdooRow? Terms { get; init; }

    /// <summary>Whether price lists may be read.</summary>
    public bool SeesPriceLists { get; init; }

    /// <summary>What it owes; null when that may not be read or is not of one company.</summary>
    public decimal? Owes { get; init; }

    /// <summary>The first confirmed order, of the customer or to the supplier, and its model; null when none is seen.</summary>
    public (string Model, OdooRow Order)? First { get; init; }

    /// <summary>The currency of credit limits.</summary>
    public string Currency { get; init; } = CompanyCurrencies.Unknown;

    public int Id => Row.Id;

    public string Name => Phrase.Clean(Row.Text("name") ?? Row.Text("display_name"), 120);

    public bool IsCustomer => Row.Whole("customer_rank") > 0;

    public bool IsOnlySupplier => !IsCustomer && Row.Whole("supplier_rank") > 0;

    /// <summary>Persons and mailboxes; addresses are none of these.</summary>
    public IEnumerable<OdooRow> Contacts => Below.Where(r => r.Text("type") is "contact" or "other" or null && !r.Flag("is_company"));

    public IEnumerable<OdooRow> Addresses(string type) => Below.Where(r => r.Says("type", type));
}
