using System.Text.Json;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;
using Xunit;

namespace Copilot.Tests.Odoo.Sales;

public sealed class PriceRuleTests
{
    [Theory]
    [InlineData("""{"id":1,"product_tmpl_id":[2,"Gloves"],"categ_id":[3,"Safety"]}""", true)]
    [InlineData("""{"id":1,"product_tmpl_id":[2,"Gloves"],"categ_id":false}""", false)]
    public void Of_a_product_without_a_category_no_category_is_asked(string product, bool asked)
    {
        var row = new OdooRow(JsonDocument.Parse(product).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));
        Assert.Equal(asked, JsonSerializer.Serialize(PriceRule.For(row).Terms).Contains("parent_of", StringComparison.Ordinal));
    }
}
