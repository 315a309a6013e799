using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>An action of each shape, prepared on records of its own, and whether its effect is there once.</summary>
internal sealed class ActionShapes(OdooContract contract)
{
    /// <summary>Prepares an action of a shape on records made for it.</summary>
    public async Task<ActionDraft> PreparedAsync(ActionTrial trial, string tool, int turn)
    {
        var (who, code) = ($"{contract.Mark} {tool[5..]} {turn}", $"{tool[5..].Replace('_', '-')}-{turn}");
        var partner = await contract.CreateAsync("res.partner", new() { ["name"] = who, ["customer_rank"] = 1 });
        if (tool == "odoo.post_note")
        {
            return await trial.DraftAsync(contract.Admin, tool, new JsonObject { ["customer"] = who, ["message"] = "A note" });
        }

        var product = await contract.ProductAsync(code);
        if (tool == "odoo.draft_quotation")
        {
            return await trial.DraftAsync(contract.Admin, tool, new JsonObject { ["customer"] = who, ["product"] = $"{contract.Mark}-{code}", ["quantity"] = 2 });
        }

        if (tool == "odoo.internal_transfer")
        {
            var (from, to) = (await HouseAsync(), await HouseAsync());
            await contract.StockAsync(product, from.Stock, 5);
            return await trial.DraftAsync(contract.Admin, tool, new JsonObject { ["product"] = $"{contract.Mark}-{code}", ["quantity"] = 2, ["warehouses"] = new JsonArray(from.Code, to.Code) });
        }

        var order = await contract.QuotationAsync(partner, product);
        var name = (await contract.ReadAsync("sale.order", order, "name")).Text("name")!;
        return await trial.DraftAsync(contract.Admin, tool, tool == "odoo.confirm_quotation" ? new JsonObject { ["order"] = name } : new JsonObject { ["order"] = name, ["promised"] = "2031-03-04" });
    }

    private async Task<(string Code, int Stock)> HouseAsync()
    {
        var code = "Z" + new string(Random.Shared.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 4));
        var id = await contract.CreateAsync("stock.warehouse", new() { ["name"] = $"{contract.Mark} {code}", ["code"] = code });
        return (code, (await contract.ReadAsync("stock.warehouse", id, "lot_stock_id")).Link("lot_stock_id")!.Value.Id);
    }

    /// <summary>The effect is there once.</summary>
    public async Task OnceAsync(ActionTrial trial, string tool, ActionOrder order)
    {
        await trial.LeftItsTraceAsync(order, contract.Admin);
        var made = tool switch
        {
            "odoo.draft_quotation" => await contract.Client.CountAsync(contract.Admin, "sale.order", OdooDomain.Where("origin", "=", order.Reference), CancellationToken.None),
            "odoo.internal_transfer" => await contract.Client.CountAsync(contract.Admin, "stock.picking", OdooDomain.Where("origin", "=", order.Reference), CancellationToken.None),
            _ => 1,
        };
        Assert.Equal(1, made);
    }
}
