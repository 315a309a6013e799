using Copilot.Odoo.Client;

namespace Copilot.Odoo.Warehouse;

/// <summary>A delivery, pick or receipt.</summary>
internal sealed record Transfer(OdooRow Row, string Name, string State, string Code, DateOnly? Scheduled, DateOnly? Done, string? Tracking)
{
    public int Id => Row.Id;

    /// <summary>The batch or wave it is picked with; null without one, and where the server has none.</summary>
    public (int Id, string Name)? Batch => Row.Link("batch_id");

    /// <summary>Who picks it, if somebody has begun.</summary>
    public string? Worker => Row.Link("user_id")?.Name;

    public bool Urgent => Row.Text("priority") == "1";

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
