using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Masters;

/// <summary>Writes the people at the main customers and suppliers and where invoices go. Last of all, so that no record written before has another number for it.</summary>
internal sealed class ContactRecords(Workbench bench, MasterRecords masters)
{
    private readonly Random dice = bench.Dice("contacts");

    public void Write(CustomerBook customers, SupplierBook suppliers)
    {
        var countries = CustomerTable.Key.ToDictionary(r => r.Name, r => r.Country);
        foreach (var (company, name, job) in ContactTable.Customers)
        {
            var customer = customers[company];
            Person(customer.PartnerId, customer.CompanyId, customer.UserId, CustomerNames.Slug(company), countries[company], name, job);
        }

        foreach (var (company, name, job) in ContactTable.Suppliers)
        {
            Person(suppliers[company].PartnerId, null, null, CustomerNames.Slug(company), suppliers[company].Country, name, job);
        }

        foreach (var row in CustomerTable.Key.Where(r => ContactTable.Invoiced.Contains(r.Name)))
        {
            var customer = customers[row.Name];
            Below(customer.PartnerId, customer.CompanyId, customer.UserId, row.Country, new()
            {
                ["name"] = $"{row.City} invoice desk",
                ["type"] = "invoice",
                ["email"] = $"invoices@{CustomerNames.Slug(row.Name)}.example",
                ["street"] = $"{row.Street}, accounts office",
                ["zip"] = row.Zip,
                ["city"] = row.City,
                ["country_id"] = masters.Countries[row.Country],
            });
        }
    }

    private void Person(int partner, int? company, int? user, string slug, string country, string name, string job)
        => Below(partner, company, user, country, new()
        {
            ["name"] = name,
            ["type"] = "contact",
            ["function"] = job,
            ["email"] = $"{CustomerNames.Slug(name).Replace('-', '.')}@{slug}.example",
            ["phone"] = PhoneNumbers.Draw(dice, country),
        });

    private void Below(int partner, int? company, int? user, string country, Dictionary<string, object?> values)
    {
        values["parent_id"] = partner;
        values["commercial_partner_id"] = partner;
        values["is_company"] = false;
        values["user_id"] = user;
        values["company_id"] = company;
        values["lang"] = CustomerNames.Language(country);
        values["active"] = true;
        bench.Add("res.partner", values);
    }
}
