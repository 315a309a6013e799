using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>Puts deliveries that are ready and due soon into waves, a few at a time, as a shift leader would.</summary>
internal sealed class Waves(Workbench bench, MasterRecords masters, Site site)
{
    private const int Size = 5;
    private const int DaysAhead = 3;

    private readonly Random dice = bench.Dice("waves");

    /// <summary>Chooses the deliveries and writes the waves; the deliveries keep theirs.</summary>
    public void Plan(IReadOnlyList<SaleOrder> orders)
    {
        var last = BusinessCalendar.At(bench.Calendar.Business(DaysAhead), 23);
        foreach (var warehouse in site.All)
        {
            // What is in trouble is no shift leader's wave.
            var ready = orders.Where(o => o.Open && !o.Trouble && o.Warehouse == warehouse && o.Promised <= last).OrderBy(o => o.Promised)
                .SelectMany(o => o.Deliveries).Where(d => d.Open && d.State == "assigned").ToList();
            for (var i = 0; i + Size <= ready.Count; i += Size)
            {
                Write(warehouse, ready.GetRange(i, Size), started: i == 0);
            }
        }
    }

    private void Write(Warehouse warehouse, List<Delivery> deliveries, bool started)
    {
        var id = bench.Reserve("stock.picking.batch");
        deliveries.ForEach(d => d.WaveId = id);
        bench.Add("stock.picking.batch", new(12)
        {
            ["id"] = id,
            ["name"] = bench.Number("WAVE/"),
            ["state"] = started ? "in_progress" : "draft",
            ["is_wave"] = true,
            ["user_id"] = started && warehouse.CompanyId == 1 ? masters.Users["warehouse-supervisor"].User : null,
            ["picking_type_id"] = warehouse.OutType,
            ["company_id"] = warehouse.CompanyId,
            ["scheduled_date"] = deliveries.Min(d => d.Order.Promised).AddHours(-dice.Next(1, 4)),
        });
    }
}
