using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Reads what was changed on an order from its message log. Tracked values (<c>mail.tracking.value</c>) are for administrators only since Odoo 13: others see the log's words,
/// among them changed quantities. At most <see cref="RoundTrips"/>.
/// </summary>
internal sealed class ChangeReader(IOdooClient client)
{
    /// <summary>The order, its lines, the messages and the tracked values; or the price rules.</summary>
    public const int RoundTrips = 4;

    private const int MostMessages = 200;
    private const int MostRules = 200;

    private static readonly string[] Numbers = ["monetary", "float", "integer"];

    private static readonly string[] Kinds = ["comment", "notification", "email"];

    /// <summary>The order; null when the account may not see it.</summary>
    public async Task<OdooRow?> OrderAsync(ToolContext context, int id, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("id", "=", id), Fields = ["name", "partner_id", "date_order", "state", "amount_untaxed", "currency_id", "commitment_date", "user_id", "write_date", "write_uid"], Limit = 1 },
            cancellationToken);
        return page.Rows is [var row, ..] ? row : null;
    }

    /// <summary>The lines with their products and quantities.</summary>
    public async Task<IReadOnlyList<OdooRow>> LinesAsync(ToolContext context, int orderId, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "sale.order.line", Domain = OdooDomain.Where("order_id", "=", orderId).And("product_id", "!=", null), Fields = ["product_id", "product_uom_qty", "product_uom_id", "price_unit", "discount", "price_subtotal", "qty_delivered", "qty_invoiced"], Order = "sequence, id", Limit = MostMessages,
            },
            cancellationToken)).Rows;

    /// <summary>The changes, newest first, whether tracked values were readable, and whether the log is longer than what was read.</summary>
    public async Task<(IReadOnlyList<LoggedChange> Changes, bool SeesValues, bool IsCut)> ReadAsync(ToolContext context, int orderId, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "mail.message", cancellationToken))
        {
            return ([], false, false);
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "mail.message", Domain = OdooDomain.Where("model", "=", "sale.order").And("res_id", "=", orderId).And("message_type", "in", Kinds), Fields = ["date", "subject", "body", "author_id", "message_type"], Order = "date desc, id desc", Limit = MostMessages, WithTotal = true,
            },
            cancellationToken);
        var tracked = await TrackedAsync(context, [.. page.Rows.Select(r => r.Id)], cancellationToken);
        var changes = new List<LoggedChange>();
        foreach (var row in page.Rows.Where(r => r.Moment("date") is not null))
        {
            var author = row.Link("author_id")?.Name.Split(", ")[^1];
            foreach (var value in tracked?[row.Id] ?? [])
            {
                changes.Add(new LoggedChange(row.Id, row.Moment("date")!.Value, author, Value(value), true));
            }

            var words = MessageText.Plain(row.Text("body"), 300);
            if (words.Length > 0)
            {
                changes.Add(new LoggedChange(row.Id, row.Moment("date")!.Value, author, words, words.Contains("->", StringComparison.Ordinal) || words.Contains('→', StringComparison.Ordinal)));
            }
        }

        return (changes, tracked is not null, page.IsCut);
    }

    /// <summary>Price rules changed after they were made, newest first.</summary>
    public async Task<OdooPage> PriceRulesAsync(ToolContext context, Period period, int? productId, int? templateId, int? listId, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var domain = OdooDomain.Where("write_date", ">=", days.Start(period.From)).And("write_date", "<=", days.End(period.To));
        domain = productId is { } product ? domain.And(OdooDomain.Where("product_id", "=", product).Or("product_tmpl_id", "=", templateId ?? 0)) : domain;
        domain = listId is { } list ? domain.And("pricelist_id", "=", list) : domain;
        return await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "product.pricelist.item", Domain = domain,
                Fields = ["pricelist_id", "applied_on", "product_id", "product_tmpl_id", "categ_id", "compute_price", "fixed_price", "percent_price", "price_discount", "price_surcharge", "base", "min_quantity", "currency_id", "write_uid", "write_date", "create_date"],
                Order = "write_date desc, id desc", Limit = MostRules, WithTotal = true,
            },
            cancellationToken);
    }

    private async Task<ILookup<int, OdooRow>?> TrackedAsync(ToolContext context, IReadOnlyList<int> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0 || !await client.HasModelAsync(context.Caller, "mail.tracking.value", cancellationToken) || !await client.MayReadAsync(context.Caller, "mail.tracking.value", cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "mail.tracking.value", Domain = OdooDomain.Where("mail_message_id", "in", messages),
                Fields = ["field_id", "old_value_char", "new_value_char", "old_value_float", "new_value_float", "old_value_monetary", "new_value_monetary", "old_value_datetime", "new_value_datetime", "old_value_integer", "new_value_integer", "old_value_text", "new_value_text", "mail_message_id"],
                Order = "id", Limit = 1000,
            },
            cancellationToken);
        return page.Rows.Where(r => r.Link("mail_message_id") is not null).ToLookup(r => r.Link("mail_message_id")!.Value.Id);
    }

    private static string Value(OdooRow row)
    {
        var field = row.Link("field_id")?.Name ?? "A field";
        var end = field.IndexOf(" (", StringComparison.Ordinal);
        return $"{(end > 0 ? field[..end] : field)}: {One(row, "old")} -> {One(row, "new")}";
    }

    private static string One(OdooRow row, string which)
        => row.Text($"{which}_value_char") ?? row.Text($"{which}_value_text") ?? row.Text($"{which}_value_datetime")
            ?? Numbers.Select(k => row.Number($"{which}_value_{k}")).FirstOrDefault(n => n != 0).ToString("#,0.##", CultureInfo.InvariantCulture);
}
