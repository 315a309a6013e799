using Copilot.Odoo.Client;

namespace Copilot.Odoo.Warehouse;

/// <summary>A delivery to a customer: one that left, or what is still to be sent of an order that left in part.</summary>
/// <param name="Row">The transfer.</param>
/// <param name="Name">Its number.</param>
/// <param name="Customer">Who gets it.</param>
/// <param name="Order">The sales order; null for a delivery without one, or one the caller may not read.</param>
/// <param name="OrderId">Its record; 0 for none.</param>
/// <param name="Promised">The day the order was promised for; null where none is kept.</param>
/// <param name="Left">The day it was set to done; null while it is open.</param>
/// <param name="Scheduled">The day it is planned for.</param>
internal sealed record Shipment(OdooRow Row, string Name, string Customer, string? Order, int OrderId, DateOnly? Promised, DateOnly? Left, DateOnly? Scheduled)
{
    /// <summary>Days after the promised day; null where nothing was promised or it did not leave yet, nothing or less when it left in time.</summary>
    public int? DaysLate => Promised is { } promised && Left is { } left ? left.DayNumber - promised.DayNumber : null;

    /// <summary>Whether it left after the promised day.</summary>
    public bool IsLate => DaysLate > 0;
}
