using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Goods belong to the company of their place; counted goods are nothing until the count is applied.</summary>
internal sealed class QuantEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        Suggest(values, "company_id", Target(session, "stock.location", values, "location_id")?.IdOf("company_id"));
        values.TryAdd("quantity", 0d);
    }
}
