using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>The actions that finders recommend, each with the arguments of its tool and the words one would ask for it with.</summary>
internal static class CaseActions
{
    public static CaseAction Expedite(string purchase, CaseRecord? record = null)
        => new("odoo.expedite_receipt", Arguments(("purchase_order", purchase)), $"Ask the supplier of {purchase} to hurry up or give a new date", $"Expedite {purchase}", record);

    public static CaseAction MovePromise(string order, DateOnly day)
        => new("odoo.change_promised_date", Arguments(("order", order), ("promised", Iso(day))), $"Promise {order} for {Phrase.Day(day)} instead", $"Move the promised date of {order} to {Iso(day)}");

    public static CaseAction DraftPurchase(string product, decimal quantity, string unit)
        => new("odoo.draft_purchase", Arguments(("product", product), ("quantity", quantity)), $"Draft a purchase order for {Phrase.Quantity(quantity, unit)} of {product}", $"Draft a purchase order for {Plain(quantity)} {product}");

    public static CaseAction Reallocate(string from, string to)
        => new("odoo.reallocate_stock", new JsonObject { ["orders"] = new JsonArray(from, to) }.ToJsonString(), $"Give the stock reserved for {from} to {to}", $"Take the stock reserved for {from} and give it to {to}");

    public static CaseAction Split(string order)
        => new("odoo.split_shipment", Arguments(("order", order)), $"Let what is there for {order} leave first", $"Split the shipment of {order}");

    public static CaseAction Release(string order)
        => new("odoo.release_credit_hold", Arguments(("order", order)), $"Release {order} from credit hold", $"Release {order} from credit hold");

    public static CaseAction Count(string product, string warehouse)
        => new("odoo.request_count", Arguments(("product", product), ("warehouse", warehouse)), $"Have {product} counted in {warehouse}", $"Request a count of {product} in {warehouse}");

    /// <summary>A to-do on a record.</summary>
    /// <param name="parameter">What the record is: <c>order</c>, <c>purchase_order</c>, <c>transfer</c>, <c>invoice</c>, <c>product</c>, <c>supplier</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="message">What is to be done.</param>
    /// <param name="record">The record when it is none of the case's own.</param>
    public static CaseAction ToDo(string parameter, string name, string message, CaseRecord? record = null)
        => new("odoo.schedule_activity", Arguments((parameter, name), ("message", message)), $"Plan a to-do on {name}: {message}", $"Plan a to-do on {name}: {message}", record);

    private static string Arguments(params (string Name, object Value)[] values)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in values)
        {
            arguments[name] = value is decimal number ? JsonValue.Create(number) : JsonValue.Create((string)value);
        }

        return arguments.ToJsonString();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
