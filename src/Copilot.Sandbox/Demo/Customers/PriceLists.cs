using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Customers;

/// <summary>Writes the price lists and quotes from them, so that order lines cost what their price list says.</summary>
internal sealed class PriceLists
{
    private readonly Workbench bench;
    private readonly MasterRecords masters;
    private readonly Catalogue catalogue;
    private readonly Dictionary<string, (int Id, decimal Discount)> lists = [];
    private readonly Dictionary<(int List, int Product), (decimal Price, int MinQuantity)> agreed = [];
    private readonly List<(string Family, DateOnly From, DateOnly To)> promotions = [];
    private readonly DateOnly agreementsFrom;
    private readonly HashSet<int> agreementLists = [];

    private PriceLists(Workbench bench, MasterRecords masters, Catalogue catalogue)
    {
        this.bench = bench;
        this.masters = masters;
        this.catalogue = catalogue;
        agreementsFrom = new DateOnly(bench.Calendar.Today.Year, 1, 1);
    }

    /// <summary>The share off during a promotion.</summary>
    public const decimal Promotion = 0.12m;

    public static PriceLists Write(Workbench bench, MasterRecords masters, Catalogue catalogue)
    {
        var prices = new PriceLists(bench, masters, catalogue);
        var today = bench.Calendar.Today;
        prices.promotions.AddRange(
        [
            ("FLM", today.AddDays(-12), today.AddDays(18)),
            ("FLM", today.AddDays(-377), today.AddDays(-347)),
            ("LBL", today.AddDays(-200), today.AddDays(-170)),
            ("GLV", today.AddDays(-480), today.AddDays(-452)),
        ]);
        prices.General("Public Pricelist", 0m);
        prices.General("Class A", 0.08m);
        prices.General("Class B", 0.04m);
        var endOfMarch = new DateOnly(today.Year + 1, 3, 31);
        foreach (var (customer, company, discount, items) in AgreementTable.All)
        {
            prices.Agreement(customer, company, discount, items, customer == DemoCast.VanHouten ? endOfMarch : null);
        }

        return prices;
    }

    public (int Id, decimal Discount) For(string customer, char rank)
        => lists.TryGetValue(customer, out var own) ? own
            : lists[rank switch { 'A' => "Class A", 'B' => "Class B", _ => "Public Pricelist" }];

    /// <summary>The price of one unit for the customer on that day.</summary>
    public decimal Quote(Customer customer, Product product, DateOnly day, int quantity)
    {
        if (day >= agreementsFrom && agreed.TryGetValue((customer.PricelistId, product.Id), out var own) && quantity >= own.MinQuantity)
        {
            return own.Price;
        }

        var off = customer.Discount;
        if (!agreementLists.Contains(customer.PricelistId) && Promoted(product, day))
        {
            off = Math.Max(off, Promotion);
        }

        return Math.Round(ListAt(product, day) * (1 - off), 2);
    }

    public bool Promoted(Product product, DateOnly day)
        => promotions.Any(p => p.Family == product.Family.Code && day >= p.From && day <= p.To);

    /// <summary>List prices go up by about three per cent each January.</summary>
    public decimal ListAt(Product product, DateOnly day)
        => (bench.Calendar.Today.Year - day.Year) switch
        {
            <= 0 => product.ListPrice,
            1 => Math.Round(product.ListPrice * 0.97m, 2),
            _ => Math.Round(product.ListPrice * 0.945m, 2),
        };

    /// <summary>Costs have crept up by about three and a half per cent a year.</summary>
    public decimal CostAt(Product product, DateOnly day)
        => Math.Round(product.Cost * (1 - (0.035m * (decimal)Math.Round(bench.Calendar.YearsAgo(day) * 4) / 4)), 2);

    private void General(string name, decimal discount)
    {
        var id = List(name, null);
        lists[name] = (id, discount);
        foreach (var (family, from, to) in promotions)
        {
            foreach (var category in catalogue.All.Where(p => p.Family.Code == family).Select(p => p.CategoryId).Distinct())
            {
                Item(id, new()
                {
                    ["applied_on"] = "2_product_category",
                    ["display_applied_on"] = "2_product_category",
                    ["categ_id"] = category,
                    ["compute_price"] = "percentage",
                    ["percent_price"] = (double)(Promotion * 100),
                    ["date_start"] = BusinessCalendar.At(from, 0),
                    ["date_end"] = BusinessCalendar.At(to, 23, 59),
                });
            }
        }

        Overall(id, discount);
    }

    private void Agreement(string customer, int company, decimal discount, string items, DateOnly? until)
    {
        var id = List($"{customer} agreement", company);
        lists[customer] = (id, discount);
        agreementLists.Add(id);
        foreach (var item in items.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = item.Split('=', '@');
            var product = catalogue[cells[0]];
            var price = decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
            var from = cells.Length > 2 ? int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture) : 0;
            agreed[(id, product.Id)] = (price, from);
            Item(id, new()
            {
                ["applied_on"] = "0_product_variant",
                ["display_applied_on"] = "1_product",
                ["product_id"] = product.Id,
                ["product_tmpl_id"] = product.TemplateId,
                ["min_quantity"] = (double)from,
                ["compute_price"] = "fixed",
                ["fixed_price"] = (double)price,
                ["date_start"] = BusinessCalendar.At(agreementsFrom, 0),
                ["date_end"] = until is { } end ? BusinessCalendar.At(end, 23, 59) : null,
            });
        }

        Overall(id, discount);
    }

    private int List(string name, int? company)
        => bench.Add("product.pricelist", new() { ["name"] = name, ["active"] = true, ["currency_id"] = 1, ["company_id"] = company, ["sequence"] = 10 });

    private void Overall(int list, decimal discount)
        => Item(list, new()
        {
            ["applied_on"] = "3_global",
            ["display_applied_on"] = "1_product",
            ["compute_price"] = "percentage",
            ["percent_price"] = (double)(discount * 100),
        });

    private void Item(int list, Dictionary<string, object?> values)
    {
        if (values.GetValueOrDefault("product_id") is int product && PriceChanges.Of(lists.First(l => l.Value.Id == list).Key, catalogue, product) is { } change)
        {
            values["write_date"] = BusinessCalendar.At(bench.Calendar.Business(-change.DaysAgo), 10, 15);
            values["write_uid"] = masters.Users[change.Login].User;
            values["create_date"] = BusinessCalendar.At(agreementsFrom, 8);
        }
        else
        {
            values["create_date"] = BusinessCalendar.At(bench.Calendar.First, 8);
        }

        values["pricelist_id"] = list;
        values["base"] = "list_price";
        values["currency_id"] = 1;
        bench.Add("product.pricelist.item", values);
    }
}
