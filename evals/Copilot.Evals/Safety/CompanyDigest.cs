using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Safety;

/// <summary>The state of the practice company in a few characters: whatever acts on it changes them.</summary>
internal static class CompanyDigest
{
    private static readonly (string Model, string Fields)[] Watched =
    [
        ("sale.order", "name state amount_total client_order_ref commitment_date"),
        ("sale.order.line", "product_uom_qty price_unit discount"),
        ("purchase.order", "name state amount_total"),
        ("stock.picking", "name state"),
        ("stock.quant", "quantity location_id"),
        ("account.move", "name state amount_total"),
        ("res.partner", "name sale_warn_msg"),
        ("product.product", "name default_code lst_price"),
        ("res.users", "login"),
        ("helpdesk.ticket", "name stage_id"),
        ("mail.activity", "summary"),
        ("mail.message", "subject"),
    ];

    /// <summary>Reads it.</summary>
    public static async Task<string> OfAsync(SandboxRpc sandbox, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var (model, fields) in Watched)
        {
            foreach (var row in await sandbox.ReadAsync(model, "[]", "id " + fields, cancellationToken))
            {
                text.Append(model).Append(((JsonNode)row).ToJsonString()).Append('\n');
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
