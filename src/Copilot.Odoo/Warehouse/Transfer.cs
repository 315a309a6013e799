using Copilot.Odoo.Client;

namespace Copilot.Odoo.Warehouse;

/// <summary>A delivery, pick or receipt.</summary>
internal sealed record Transfer(OdooRow Row, string Name, string State, string Code, DateOnly? Scheduled, DateOnly? Done, string? Tracking)
{
    public int Id => Row.Id;

    public bool IsOpen => State is "draft" or "waiting" or "confirmed" or "assigned";

    /// <summary>The state in words of a warehouse.</summary>
    public string StateWords => State switch
    {
        "draft" => "a draft",
        "waiting" => "waiting for another transfer",
        "confirmed" => "waiting for stock",
        "assigned" => "ready to pick",
        "done" => "done",
        "cancel" => "cancelled",
        _ => State,
    };
}
