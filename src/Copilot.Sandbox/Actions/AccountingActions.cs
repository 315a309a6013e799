using System.Globalization;
using Copilot.Sandbox.Effects;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Actions;

/// <summary>The buttons of an invoice or bill.</summary>
internal static class AccountingActions
{
    private const string Move = "account.move";

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Changing("action_post", "", Post, Move),
        Method.Changing("button_draft", "", Draft, Move),
        Method.Changing("button_cancel", "", Cancel, Move),
    ];

    /// <summary>Answers false as Odoo 19 does: clients read the state.</summary>
    private static object Post(Call call)
    {
        foreach (var move in call.Records("write"))
        {
            if (!move.Is("state", "draft"))
            {
                throw Fault.User($"The entry {move.Name} (id {move.Id}) must be in draft.");
            }

            if (move.Is("move_type", "in_invoice", "in_refund") && move.Day("invoice_date") is null)
            {
                throw Fault.User("The Bill/Refund date is required to validate this document.");
            }

            var date = move.Day("invoice_date") ?? call.Session.Today;
            move.Set("invoice_date", date);
            move.Set("date", date);
            move.Set("invoice_date_due", move.Day("invoice_date_due") ?? date.AddDays(Days(move)));
            var prefix = move.Text("move_type") switch { "out_invoice" => "INV", "out_refund" => "RINV", "in_invoice" => "BILL", "in_refund" => "RBILL", _ => "MISC" };
            if (move.Text("name") is null or "" or "/")
            {
                move.Set("name", Numbering.Next(call.Session, Move, "name", $"{prefix}/{date.Year.ToString(CultureInfo.InvariantCulture)}/", 5));
            }

            move.Set("state", "posted");
            Tell(move);
        }

        return false;
    }

    private static object Draft(Call call)
    {
        foreach (var move in call.Records("write"))
        {
            move.Set("state", "draft");
        }

        return true;
    }

    private static object Cancel(Call call)
    {
        foreach (var move in call.Records("write"))
        {
            move.Set("state", "cancel");
        }

        return true;
    }

    private static int Days(Record move)
        => move.One("invoice_payment_term_id")?.Many("line_ids").Select(l => (int)l.Number("nb_days")).DefaultIfEmpty().Max() ?? 0;

    /// <summary>Order lines learn what was invoiced.</summary>
    private static void Tell(Record move)
    {
        var sign = move.Is("move_type", "out_refund", "in_refund") ? -1 : 1;
        foreach (var line in move.Many("invoice_line_ids"))
        {
            foreach (var sold in line.Many("sale_line_ids"))
            {
                sold.Set("qty_invoiced", sold.Number("qty_invoiced") + (sign * line.Number("quantity")));
            }

            if (line.One("purchase_line_id") is { } bought)
            {
                bought.Set("qty_invoiced", bought.Number("qty_invoiced") + (sign * line.Number("quantity")));
            }
        }
    }
}
