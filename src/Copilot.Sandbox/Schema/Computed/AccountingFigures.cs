using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Names and signs of invoices and bills.</summary>
internal static class AccountingFigures
{
    /// <summary>Money that comes in counts up, money that goes out counts down.</summary>
    public static double Sign(Record move) => move.Is("move_type", "out_refund", "in_invoice", "in_receipt") ? -1 : 1;

    public static string? MoveName(Record move)
    {
        var name = move.Text("name") is { Length: > 0 } given and not "/" ? given : null;
        var kind = move.Text("move_type") switch
        {
            "out_invoice" => "Invoice",
            "out_refund" => "Credit Note",
            "in_invoice" => "Bill",
            "in_refund" => "Vendor Credit Note",
            _ => "Entry",
        };
        var reference = move.Text("ref") is { Length: > 0 } text ? $" ({text})" : "";
        return name is not null ? name + reference : $"Draft {kind} (* {move.Id}){reference}";
    }

    public static string? LineName(Record line)
        => $"{line.Text("move_name") ?? $"* {line.IdOf("move_id")}"}{(line.Text("name") is { Length: > 0 } text ? $" ({text.Split('\n')[0]})" : "")}";
}
