using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>A vendor's price is in the unit of the product and the money of the company unless it says otherwise.</summary>
internal sealed class SupplyEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
    {
        var product = Target(session, "product.template", values, "product_tmpl_id") ?? Target(session, "product.product", values, "product_id")?.One("product_tmpl_id");
        Suggest(values, "product_tmpl_id", product?.Id);
        Suggest(values, "product_uom_id", product?.IdOf("uom_id"));
        Suggest(values, "currency_id", session.User?.One("company_id")?.IdOf("currency_id"));
    }
}
