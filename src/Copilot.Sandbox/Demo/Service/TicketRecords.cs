using System.Globalization;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes the helpdesk: two teams, five stages, 170 solved tickets and the open ones.</summary>
internal sealed class TicketRecords(Workbench bench, MasterRecords masters, CustomerBook customers)
{
    private const int Solved = 170;
    private const int FirstNumber = 851;
    private readonly Random dice = bench.Dice("tickets");
    private readonly BusinessCalendar calendar = bench.Calendar;
    private readonly List<TicketAnswer> answers = [];
    private int number = FirstNumber;

    /// <summary>Writes them all and returns what the service desk answered.</summary>
    public IReadOnlyList<TicketAnswer> Write(IReadOnlyList<SaleOrder> orders)
    {
        var stages = Stages();
        int[] teams = [Team("Customer Care", 1), Team("Packaging Customer Care", 2)];
        var shipped = orders.Where(o => o.State == "sale" && !o.Open).ToList();
        var past = Enumerable.Range(0, Solved).Select(_ => BusinessCalendar.OnOrAfter(calendar.Today.AddDays(-dice.Next(22, 600)))).Order().ToList();
        foreach (var day in past)
        {
            WritePast(dice.Pick(shipped), day, stages, teams);
        }

        var byReference = orders.Where(o => o.Reference.Length > 0).GroupBy(o => o.Reference).ToDictionary(g => g.Key, g => g.First());
        foreach (var row in TicketTable.Open)
        {
            WriteOpen(row, row.OrderReference is null ? null : byReference[row.OrderReference], stages, teams);
        }

        return answers;
    }

    private Dictionary<string, int> Stages()
    {
        var stages = new Dictionary<string, int>();
        foreach (var name in new[] { TicketTable.New, TicketTable.Working, TicketTable.Waiting, TicketTable.Solved, "Cancelled" })
        {
            stages[name] = bench.Add("helpdesk.stage", new() { ["name"] = name, ["sequence"] = stages.Count, ["fold"] = stages.Count >= 3, ["active"] = true });
        }

        return stages;
    }

    private int Team(string name, int company)
        => bench.Add("helpdesk.team", new()
        {
            ["name"] = name,
            ["company_id"] = company,
            ["use_sla"] = true,
            ["active"] = true,
            ["member_ids"] = new[] { masters.Users["service-agent"].User },
        });

    private void WritePast(SaleOrder about, DateOnly day, Dictionary<string, int> stages, int[] teams)
    {
        var (subject, text, priority) = dice.Pick(TicketTable.Past);
        var code = about.Lines[0].Product.Code;
        var created = BusinessCalendar.At(day, 7 + dice.Next(8), dice.Next(60));
        var closed = BusinessCalendar.At(BusinessCalendar.Shift(day, 1 + dice.Next(5)), 9 + dice.Next(6), dice.Next(60));
        var deadline = BusinessCalendar.At(BusinessCalendar.Shift(day, 3 + dice.Next(2)), 15);
        Write(new()
        {
            ["name"] = string.Format(CultureInfo.InvariantCulture, subject, code),
            ["description"] = $"<p>{string.Format(CultureInfo.InvariantCulture, text, code)}</p>",
            ["priority"] = priority.ToString(),
            ["stage_id"] = dice.Chance(0.04) ? stages["Cancelled"] : stages[TicketTable.Solved],
            ["sale_order_id"] = about.Ordered < created && dice.Chance(0.6) ? about.Id : null,
            ["product_id"] = about.Lines[0].Product.Id,
            ["create_date"] = created,
            ["assign_date"] = created.AddMinutes(40),
            ["close_date"] = closed,
            ["date_last_stage_update"] = closed,
            ["sla_deadline"] = deadline,
            ["sla_fail"] = closed > deadline,
            ["kanban_state"] = "done",
        }, about.Customer, teams);
    }

    private void WriteOpen(TicketRow row, SaleOrder? about, Dictionary<string, int> stages, int[] teams)
    {
        var created = BusinessCalendar.At(calendar.Business(row.Created), 8, 20);
        Write(new()
        {
            ["name"] = row.Subject,
            ["description"] = row.Text.StartsWith('<') ? row.Text : $"<p>{row.Text}</p>",
            ["priority"] = row.Priority.ToString(),
            ["stage_id"] = stages[row.Stage],
            ["sale_order_id"] = about?.Id,
            ["create_date"] = created,
            ["assign_date"] = row.Stage == TicketTable.New ? null : created.AddMinutes(55),
            ["date_last_stage_update"] = created.AddMinutes(55),
            ["sla_deadline"] = BusinessCalendar.At(calendar.Business(row.Deadline), 15),
            ["sla_fail"] = row.Deadline < 0,
            ["kanban_state"] = "normal",
        }, customers[row.Customer], teams);
    }

    private void Write(Dictionary<string, object?> values, Customer customer, int[] teams)
    {
        values["ticket_ref"] = number++.ToString(CultureInfo.InvariantCulture);
        values["partner_id"] = customer.PartnerId;
        values["partner_name"] = customer.Name;
        values["partner_email"] = customer.Email;
        values["team_id"] = teams[customer.CompanyId - 1];
        values["user_id"] = values["assign_date"] is null ? null : masters.Users["service-agent"].User;
        values["company_id"] = customer.CompanyId;
        values["active"] = true;
        var id = bench.Add("helpdesk.ticket", values);
        if (values["assign_date"] is DateTime assigned)
        {
            answers.Add(new TicketAnswer(id, assigned.AddMinutes(15), "Thank you for your message, we are looking into it."));
        }

        if (values.GetValueOrDefault("close_date") is DateTime closed)
        {
            answers.Add(new TicketAnswer(id, closed, dice.Pick(TicketTable.Solutions)));
        }
    }
}
