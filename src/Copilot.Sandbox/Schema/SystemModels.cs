using static Copilot.Sandbox.Schema.FieldFlags;

namespace Copilot.Sandbox.Schema;

/// <summary>Small catalogues that others point to, and the server's own settings.</summary>
internal static class SystemModels
{
    public static void Define(ModelCatalog catalog)
    {
        catalog.Model("delivery.carrier", "Shipping Methods", "sequence, id")
            .Char("name", "Delivery Method", Required)
            .Integer("sequence", "Sequence")
            .Boolean("active", "Active")
            .Selection("delivery_type", "Provider", "fixed:Fixed Price|base_on_rule:Based on Rules", Required)
            .Float("fixed_price", "Fixed Price")
            .Float("margin", "Margin on Rate")
            .One("product_id", "Delivery Product", "product.product")
            .One("company_id", "Company", "res.company")
            .Default("active", true)
            .Default("delivery_type", "fixed");

        catalog.Model("product.tag", "Product Tag", "sequence, id")
            .Char("name", "Name", Required | Indexed)
            .Integer("sequence", "Sequence")
            .Char("color", "Color");

        catalog.Model("stock.route", "Inventory Routes", "sequence")
            .Char("name", "Route", Required)
            .Integer("sequence", "Sequence")
            .Boolean("active", "Active")
            .Boolean("product_selectable", "Applicable on Product")
            .Boolean("product_categ_selectable", "Applicable on Product Category")
            .Boolean("warehouse_selectable", "Applicable on Warehouse")
            .Boolean("sale_selectable", "Selectable on Sales Order Line")
            .One("company_id", "Company", "res.company")
            .Default("active", true);

        catalog.Model("ir.model", "Models", "model")
            .Char("name", "Model Description", Required)
            .Char("model", "Model", Required | Indexed)
            .Text("info", "Information")
            .Selection("state", "Type", "manual:Custom Object|base:Base Object", ReadOnly)
            .Boolean("transient", "Transient Model")
            .Default("state", "base");

        catalog.Model("ir.model.fields", "Fields", "name, id")
            .Char("name", "Field Name", Required | Indexed)
            .Char("field_description", "Field Label", Required)
            .Char("model", "Model Name", Required | Indexed)
            .Named(r => $"{r.Text("field_description")} ({r.Text("model")})", "field_description", "name");

        catalog.Model("ir.sequence", "Sequence", "name, id")
            .Char("name", "Name", Required)
            .Char("code", "Sequence Code", Indexed)
            .Char("prefix", "Prefix")
            .Integer("padding", "Sequence Size")
            .Integer("number_next", "Next Number")
            .Boolean("active", "Active")
            .One("company_id", "Company", "res.company")
            .Default("active", true);

        catalog.Model("res.users.apikeys.description", "API Key Description", "id")
            .Char("name", "Description", Required)
            .Selection("duration", "Duration", "1:1 Day|7:1 Week|30:1 Month|90:3 Months|-1:Custom Date", Required)
            .Datetime("expiration_date", "Expiration Date")
            .Default("duration", "1");

        catalog.Model("res.users.identitycheck", "Password Check Wizard", "id")
            .Selection("auth_method", "Auth Method", "password:Password")
            .Integer("asked_for", "Asked For", ReadOnly);

        catalog.Model("ir.config_parameter", "System Parameter", "key")
            .Char("key", "Key", Required | Indexed)
            .Text("value", "Value", Required)
            .Named(r => r.Text("key"), "key");
    }
}
