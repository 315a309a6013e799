using System.Globalization;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Customers;

/// <summary>Writes the customers with their contacts and delivery addresses.</summary>
internal sealed class CustomerBook
{
    private readonly Dictionary<string, Customer> byName;

    private CustomerBook(List<Customer> customers)
    {
        All = customers;
        byName = customers.ToDictionary(c => c.Name);
    }

    public IReadOnlyList<Customer> All { get; }

    public Customer this[string name] => byName[name];

    public static CustomerBook Write(Workbench bench, MasterRecords masters, Catalogue catalogue, Site site, PriceLists prices)
    {
        var dice = bench.Dice("customers");
        var lines = bench.Dice("customer lines");
        var customers = new List<Customer>();
        foreach (var row in CustomerTable.Key.Concat(CustomerNames.Invent(dice)))
        {
            customers.Add(Write(bench, masters, catalogue, site, prices, dice, lines, row, customers.Count + 1));
        }

        return new CustomerBook(customers);
    }

    private static Customer Write(
        Workbench bench, MasterRecords masters, Catalogue catalogue, Site site, PriceLists prices, Random dice, Random lines, CustomerRow row, int number)
    {
        var warehouse = site.All.First(w => w.Code == row.Warehouse);
        var (user, userPartner) = masters.Users[row.Salesperson];
        var (pricelist, discount) = prices.For(row.Name, row.Class);
        var slug = CustomerNames.Slug(row.Name);
        var email = $"orders@{slug}.example";
        var partner = bench.Add("res.partner", new()
        {
            ["name"] = row.Name,
            ["is_company"] = true,
            ["type"] = "contact",
            ["ref"] = string.Create(CultureInfo.InvariantCulture, $"C{10000 + number}"),
            ["email"] = email,
            ["phone"] = PhoneNumbers.Draw(dice, row.Country),
            ["website"] = row.Class == 'C' ? null : $"https://www.{slug}.example",
            ["street"] = row.Street,
            ["zip"] = row.Zip,
            ["city"] = row.City,
            ["country_id"] = masters.Countries[row.Country],
            ["vat"] = string.Create(CultureInfo.InvariantCulture, $"{row.Country}{dice.Next(100000000, 999999999)}"),
            ["lang"] = CustomerNames.Language(row.Country),
            ["category_id"] = new[] { masters.PartnerTags[$"Class {row.Class}"] },
            ["user_id"] = user,
            ["property_product_pricelist"] = pricelist,
            ["property_payment_term_id"] = masters.Terms[row.TermDays],
            ["customer_rank"] = 1,
            ["supplier_rank"] = 0,
            ["credit_limit"] = (double)row.CreditLimit,
            ["sale_warn_msg"] = row.Name == DemoCast.Baltic ? CreditHoldText(bench.Calendar) : null,
            ["comment"] = row.Name == DemoCast.Brackwater ? "Partial deliveries are not accepted: ship complete." : null,
            ["company_id"] = warehouse.CompanyId,
            ["active"] = true,
        });
        var contact = Contact(bench, dice, partner, warehouse.CompanyId, slug, dice.Pick(CustomerTable.Functions), user, PhoneNumbers.Draw(lines, row.Country));
        if (row.Class != 'C')
        {
            Contact(bench, dice, partner, warehouse.CompanyId, slug, "Accounts Payable", user, PhoneNumbers.Draw(lines, row.Country));
        }

        var families = row.Families.Split(' ');
        var range = Assortment(catalogue, warehouse, dice, families, row.Class);
        return new Customer
        {
            PartnerId = partner,
            Name = row.Name,
            Class = row.Class,
            CompanyId = warehouse.CompanyId,
            UserId = user,
            UserPartnerId = userPartner,
            TermDays = row.TermDays,
            PricelistId = pricelist,
            Discount = discount,
            Warehouse = warehouse,
            DeliveryId = dice.Chance(0.5) || number <= 13 ? Delivery(bench, masters, dice, partner, row, user, warehouse.CompanyId) : partner,
            ContactId = contact,
            Email = email,
            Weight = row.Weight,
            Size = row.Size,
            PaysAfter = row.PaysAfter,
            Assortment = range,
            Preference = Draws.Cumulate(range.Select(p => p.Popularity)),
        };
    }

    private static string CreditHoldText(BusinessCalendar calendar)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"Credit hold since {calendar.Business(-9):yyyy-MM-dd}: three invoices are more than 30 days overdue and the credit limit is exceeded. Only Accounting releases orders.");

    private static List<Product> Assortment(Catalogue catalogue, Warehouse warehouse, Random dice, string[] families, char rank)
    {
        var all = catalogue.All.Where(p => p.Popularity > 0 && warehouse.Keeps(p) && families.Contains(p.Family.Code)).ToList();
        var wanted = rank switch { 'A' => 40, 'B' => 24, _ => 12 };
        while (all.Count > wanted)
        {
            all.RemoveAt(dice.Next(all.Count));
        }

        return all;
    }

    private static int Contact(Workbench bench, Random dice, int partner, int company, string slug, string function, int user, string phone)
    {
        var name = $"{dice.Pick(CustomerTable.FirstNames)} {dice.Pick(CustomerTable.LastNames)}";
        return bench.Add("res.partner", new()
        {
            ["name"] = name,
            ["parent_id"] = partner,
            ["commercial_partner_id"] = partner,
            ["is_company"] = false,
            ["type"] = "contact",
            ["function"] = function,
            ["email"] = $"{CustomerNames.Slug(name).Replace('-', '.')}@{slug}.example",
            ["phone"] = phone,
            ["user_id"] = user,
            ["company_id"] = company,
            ["lang"] = "en_US",
            ["active"] = true,
        });
    }

    private static int Delivery(Workbench bench, MasterRecords masters, Random dice, int partner, CustomerRow row, int user, int company)
        => bench.Add("res.partner", new()
        {
            ["name"] = $"{row.City} goods-in",
            ["parent_id"] = partner,
            ["commercial_partner_id"] = partner,
            ["is_company"] = false,
            ["type"] = "delivery",
            ["street"] = string.Create(CultureInfo.InvariantCulture, $"Gate {dice.Next(1, 12)}, {row.Street}"),
            ["zip"] = row.Zip,
            ["city"] = row.City,
            ["country_id"] = masters.Countries[row.Country],
            ["user_id"] = user,
            ["company_id"] = company,
            ["lang"] = "en_US",
            ["active"] = true,
        });
}
