using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>A product is counted in the first unit there is unless it says otherwise.</summary>
internal sealed class ProductEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
        => Suggest(values, "uom_id", session.Database["uom.uom"].Rows().Select(u => (int?)u.Id).FirstOrDefault());
}
