using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Store;

/// <summary>Fills in what follows from the generator's records: links between documents, full names and paths of trees.</summary>
internal static class Completion
{
    public static void Complete(Database database)
    {
        Link(database, "sale_id", "sale_line_id", "sale.order.line");
        Link(database, "purchase_id", "purchase_line_id", "purchase.order.line");
        Tree(database, "stock.location", "location_id", "/");
        Tree(database, "product.category", "parent_id", " / ");
        CodeOfVariants(database);
        Contacts(database);
    }

    /// <summary>A transfer belongs to the order whose lines its moves serve.</summary>
    private static void Link(Database database, string link, string moveField, string lineModel)
    {
        var (pickings, moves, lines) = (database["stock.picking"], database["stock.move"], database[lineModel]);
        var (target, own, line, order) = (pickings.Model[link], moves.Model["picking_id"].Cell, moves.Model[moveField].Cell, lines.Model["order_id"].Cell);
        foreach (var move in moves.Rows())
        {
            if (move.Cells[own] is int id && pickings.Find(id) is { } picking && picking.Cells[target.Cell] is null
                && move.Cells[line] is int lineId && lines.Find(lineId)?.Cells[order] is int orderId)
            {
                pickings.Set(picking, target, orderId);
            }
        }
    }

    private static void Tree(Database database, string model, string parentField, string separator)
    {
        var table = database[model];
        var (parent, name, full, path) = (table.Model[parentField].Cell, table.Model["name"].Cell, table.Model["complete_name"], table.Model["parent_path"]);
        foreach (var row in table.Rows())
        {
            var chain = new List<Row>();
            for (var at = row; at is not null && chain.Count < 20; at = at.Cells[parent] is int above ? table.Find(above) : null)
            {
                chain.Insert(0, at);
            }

            if (row.Cells[full.Cell] is null)
            {
                table.Set(row, full, string.Join(separator, chain.Select(c => c.Cells[name])));
            }

            table.Set(row, path, string.Concat(chain.Select(c => $"{c.Id}/")));
        }
    }

    /// <summary>Contacts are called after their company and belong to it commercially.</summary>
    private static void Contacts(Database database)
    {
        var partners = database["res.partner"];
        var (name, parent, company, full, commercial) = (partners.Model["name"].Cell, partners.Model["parent_id"].Cell, partners.Model["is_company"].Cell, partners.Model["complete_name"], partners.Model["commercial_partner_id"]);
        foreach (var row in partners.Rows())
        {
            var above = row.Cells[company] is not true && row.Cells[parent] is int id ? partners.Find(id) : null;
            partners.Set(row, full, above is null ? row.Cells[name] : $"{above.Cells[name]}, {row.Cells[name]}");
            if (row.Cells[commercial.Cell] is null)
            {
                partners.Set(row, commercial, above?.Id ?? row.Id);
            }
        }
    }

    /// <summary>A template's code goes to its only variant where the variant has none.</summary>
    private static void CodeOfVariants(Database database)
    {
        var (variants, templates) = (database["product.product"], database["product.template"]);
        foreach (var row in variants.Rows())
        {
            if (row.Cells[variants.Model["product_tmpl_id"].Cell] is int id && templates.Find(id) is { } template)
            {
                Copy("default_code", row, template);
                Copy("standard_price", row, template);
            }
        }

        void Copy(string field, Row variant, Row template)
        {
            if (variant.Cells[variants.Model[field].Cell] is null && template.Cells[templates.Model[field].Cell] is { } value)
            {
                variants.Set(variant, variants.Model[field], value);
            }
        }
    }
}
