using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes a few opportunities.</summary>
internal static class PipelineRecords
{
    private static readonly (string Customer, string Name, int Revenue, int Probability, int Closing)[] Rows =
    [
        (DemoCast.Nordlicht, "Glove vending machines for four depots", 84000, 60, 25),
        (DemoCast.Nordlicht, "Stretch film, yearly contract", 52000, 40, 45),
        (DemoCast.Aurelia, "Qualified cool boxes 2-8 °C", 61000, 50, 30),
        (DemoCast.VanHouten, "Printed Easter cartons", 38000, 70, 15),
        (DemoCast.Castellan, "Consignment stock of fasteners", 95000, 35, 60),
        (DemoCast.Brackwater, "Marine sealants framework", 22000, 50, 20),
        (DemoCast.Helvetia, "Bearing kits for service vans", 18000, 45, 35),
        (DemoCast.Orchard, "Hygiene station refill service", 15000, 30, 40),
        (DemoCast.Kessler, "Machine film changeover", 72000, 55, 22),
        (DemoCast.Fjordline, "Recyclable cool boxes", 88000, 40, 50),
        (DemoCast.Iberica, "Mailer boxes for web shop", 26000, 60, 18),
        (DemoCast.Dorne, "PPE catalogue for 300 staff", 31000, 50, 28),
    ];

    public static void Write(Workbench bench, MasterRecords masters, CustomerBook customers)
    {
        var calendar = bench.Calendar;
        foreach (var (name, title, revenue, probability, closing) in Rows)
        {
            var customer = customers[name];
            var created = BusinessCalendar.At(calendar.Business(-closing), 10);
            bench.Add("crm.lead", new()
            {
                ["name"] = title,
                ["type"] = "opportunity",
                ["active"] = true,
                ["stage_id"] = probability >= 60 ? 3 : probability >= 40 ? 2 : 1,
                ["partner_id"] = customer.PartnerId,
                ["partner_name"] = customer.Name,
                ["email_from"] = customer.Email,
                ["user_id"] = customer.UserId,
                ["team_id"] = masters.Teams[customer.CompanyId - 1],
                ["expected_revenue"] = (double)revenue,
                ["prorated_revenue"] = revenue * probability / 100.0,
                ["probability"] = (double)probability,
                ["date_deadline"] = calendar.Business(closing),
                ["date_open"] = created,
                ["priority"] = "1",
                ["company_id"] = customer.CompanyId,
                ["create_date"] = created,
                ["write_date"] = created,
            });
        }
    }
}
