using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>Writes what cycle counts and scrapping booked in and out over the last half year. The shelves as they are already hold the outcome.</summary>
internal sealed class Adjustments(Workbench bench, MasterRecords masters, Catalogue catalogue, Site site)
{
    private const int Days = 180;
    private const double ADay = 0.35;

    private readonly Random dice = bench.Dice("adjustments");
    private readonly BusinessCalendar calendar = bench.Calendar;

    public void Write()
    {
        foreach (var warehouse in site.All)
        {
            var kept = catalogue.All.Where(warehouse.Keeps).ToList();
            for (var day = calendar.Today.AddDays(-Days); day < calendar.Today; day = day.AddDays(1))
            {
                if (BusinessCalendar.OnOrAfter(day) == day && dice.Chance(ADay))
                {
                    Count(warehouse, dice.Pick(kept), day);
                }
            }
        }

        // The masks that the failed pick did not find.
        Book(site.Lyon, catalogue["PPE-MSK-FFP2"], calendar.LastWorked, -24, "Cycle count: bin A-12-03 empty", "warehouse-supervisor");
    }

    private void Count(Warehouse warehouse, Product product, DateOnly day)
    {
        var scrap = dice.Chance(0.2);
        var size = 1 + (int)Math.Round(dice.Exponential(Math.Max(1, product.UsualQuantity * 0.08)));
        var loss = scrap || dice.Chance(0.62);
        var reason = scrap ? "Scrap: damaged in the warehouse" : "Cycle count";
        var login = dice.Chance(0.75) && warehouse.CompanyId == 1 ? "warehouse-supervisor" : "operations-manager";
        Book(warehouse, product, day, loss ? -size : size, reason, login);
    }

    private void Book(Warehouse warehouse, Product product, DateOnly day, int quantity, string reason, string login)
    {
        var (shelf, outside) = (warehouse.Bin(product), site.Adjustments);
        var moment = BusinessCalendar.At(day, 7 + dice.Next(9), dice.Next(60));
        var user = masters.Users[login].User;
        bench.Add("stock.move", new(20)
        {
            ["state"] = "done",
            ["product_id"] = product.Id,
            ["product_uom_qty"] = (double)Math.Abs(quantity),
            ["product_qty"] = (double)Math.Abs(quantity),
            ["product_uom"] = product.UnitId,
            ["quantity"] = (double)Math.Abs(quantity),
            ["picked"] = true,
            ["location_id"] = quantity < 0 ? shelf : outside,
            ["location_dest_id"] = quantity < 0 ? outside : shelf,
            ["date"] = moment,
            ["reference"] = reason,
            ["procure_method"] = "make_to_stock",
            ["company_id"] = warehouse.CompanyId,
            ["priority"] = "0",
            ["create_uid"] = user,
            ["write_uid"] = user,
            ["create_date"] = moment,
            ["write_date"] = moment,
        });
    }
}
