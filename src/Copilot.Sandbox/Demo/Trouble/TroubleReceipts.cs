using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Purchasing;
using Copilot.Sandbox.Demo.Stock;
using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Trouble;

/// <summary>Plans the purchase orders of today's events: late ones, one that comes in time, one above its agreed price, some not confirmed.</summary>
internal sealed class TroubleReceipts(Workbench bench, Catalogue catalogue, SupplierBook suppliers, Site site)
{
    private static readonly IReadOnlyList<Row> Rows =
    [
        new(DemoCast.GlovesReceipt, DemoCast.Shenhua, "LYO", -36, -6, -6, "GLV-NIT-L 600;GLV-NIT-M 300"),
        new("SGW-90455", DemoCast.Shenhua, "RTM", -33, -3, -3, "PPE-CVR-L 240;PPE-CVR-M 120"),
        new(DemoCast.BoltsReceipt, DemoCast.Lombard, "LYO", -20, -4, 5, "FST-HEX-M8 120;FST-HEX-M12 60"),
        new(DemoCast.CartonReceipt, DemoCast.Kartonwerk, "RTM", -7, -1, -1, "BOX-DW-400 2000"),
        new(DemoCast.EpoxyReceipt, DemoCast.Rheintal, "LYO", -13, -2, -2, "ADH-EPX-50 240;ADH-EPX-400 40"),
        new(DemoCast.FilmReceipt, DemoCast.PolskaFolia, "LYO", -13, -4, -4, "FLM-STR-17 120 120;FLM-STR-23 240"),
        new(DemoCast.LeipzigFilmReceipt, DemoCast.PolskaFolia, "LEJ", -11, -2, -2, "FLM-STR-23 480"),
        new(DemoCast.CoolBoxReceipt, DemoCast.CoolPack, "LEJ", -17, -5, -5, "CCP-EPS-12 600"),
        new("DCI-5518", DemoCast.DeltaChem, "LYO", -22, -8, -8, "CLN-FLR-10L 60;CLN-RST-1K 48"),
        new("VAT-20871", "Veldkamp Aandrijftechniek BV", "LYO", -20, -9, -9, "BRG-6305-ZZ 20;BRG-SPA-1250 20"),
        new(DemoCast.TapeReceipt, DemoCast.Tapex, "LYO", -2, 6, 6, "TAP-PP48-66 1440"),
        new(DemoCast.PriceDeviationReceipt, DemoCast.Etiketten, "RTM", -3, 6, 6, "LBL-TT-100 200") { PriceFactor = 1.14m },
        new("DCI-5560", DemoCast.DeltaChem, "LYO", -1, 14, 14, "CLN-DEG-5L 600;CLN-DIS-5L 300") { State = "to approve" },
        new("KL-3317", DemoCast.Kugel, "LYO", -2, 22, 22, "BRG-6206-2RS 60") { State = "sent" },
        new("TPX-1180", DemoCast.Tapex, "LEJ", -1, 8, 8, "TAP-PP48-100 720") { State = "draft" },
    ];

    public IEnumerable<PurchaseOrder> Plan() => Rows.Select(Plan);

    private PurchaseOrder Plan(Row row)
    {
        var calendar = bench.Calendar;
        var supplier = suppliers[row.Supplier];
        var promised = BusinessCalendar.At(calendar.Business(row.Promised), 12);
        var order = new PurchaseOrder
        {
            Supplier = supplier,
            Warehouse = site.All.First(w => w.Code == row.Warehouse),
            Ordered = BusinessCalendar.At(calendar.Business(row.Ordered), 9, 30),
            Promised = promised,
            Expected = BusinessCalendar.At(calendar.Business(row.Expected), 12),
            Received = row.Lines.Count(c => c == ' ') > row.Lines.Count(c => c == ';') + 1 ? promised.AddHours(-3) : null,
            State = row.State,
            Reference = row.Reference,
        };
        foreach (var line in row.Lines.Split(';'))
        {
            var cells = line.Split(' ');
            var product = catalogue[cells[0]];
            order.Lines.Add(new PurchaseLine
            {
                Product = product,
                Quantity = int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture),
                Price = Math.Round(suppliers.Price(supplier, product) * row.PriceFactor, 2),
                Received = cells.Length > 2 ? int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture) : 0,
            });
        }

        return order;
    }

    /// <summary>Days are business days from today; lines are <c>code quantity [received]</c>.</summary>
    private sealed record Row(string Reference, string Supplier, string Warehouse, int Ordered, int Promised, int Expected, string Lines)
    {
        public string State { get; init; } = "purchase";

        public decimal PriceFactor { get; init; } = 1;
    }
}
