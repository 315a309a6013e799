using System.Globalization;
using System.Net;
using System.Text;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Rights;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Pages;

/// <summary>
/// <c>/odoo/&lt;model&gt;/&lt;id&gt;</c>: a record's fields as a plain page, where the links of sources lead. Everything is escaped, nothing can be
/// changed. A record's secret fields, costs and margins are not shown, and neither are documents of accounting: the page knows no caller.
/// </summary>
internal sealed class RecordPage(Database database)
{
    private static readonly AccessBook Access = AccessBook.Create();

    public Task HandleAsync(HttpContext http)
    {
        var parts = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var html = parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && database.Catalog.Find(parts[1]) is { } model
            ? database.Read(() => Render(model, id))
            : null;
        http.Response.StatusCode = html is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return http.Response.WriteAsync(html ?? Page("Not found", "<p>There is no such record in the practice company.</p>"), http.RequestAborted);
    }

    private string? Render(Model model, int id)
    {
        if (database[model].Find(id) is not { } row)
        {
            return null;
        }

        var session = new Session(database, Access, 1, CallContext.Empty, DateTimeOffset.UnixEpoch).AsSystem();
        var name = session.Record(model, row).Name;
        var format = new RowFormat(session, withNames: true);
        var body = new StringBuilder("<table>");
        foreach (var field in model.Fields.Where(f => f.Cell >= 0 || f.Path is not null || f.Kind == FieldKind.One2many))
        {
            if (!field.Flags.HasFlag(FieldFlags.Secret) && Access.GroupsSeeing(model.Name, field.Name) is null && Shown(format, field, session.Value(model, row, field)) is { } shown)
            {
                body.Append("<tr><th>").Append(WebUtility.HtmlEncode(field.Label)).Append("<td>").Append(shown);
            }
        }

        return Page($"{model.Title}: {name}", body.Append("</table>").ToString());
    }

    private static string? Shown(RowFormat format, Field field, object? value)
        => (field.Kind, format.Value(field, value)) switch
        {
            (FieldKind.Boolean, true) => "yes",
            (_, false or "" or null or int[] { Length: 0 }) => null,
            (FieldKind.Many2one, object[] pair) => Link(field.Relation!, (int)pair[0], (string)pair[1]),
            (_, int[] ids) => string.Join(" ", ids.Take(50).Select(id => format.Named(field.Relation!, id)).OfType<object[]>().Select(p => Link(field.Relation!, (int)p[0], (string)p[1]) + "<br>")),
            (FieldKind.Selection, string key) => WebUtility.HtmlEncode(field.Selection.FirstOrDefault(s => s.Key == key).Value ?? key),
            (FieldKind.Datetime, string moment) => WebUtility.HtmlEncode(moment) + " UTC",
            (_, double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture),
            (_, var other) => WebUtility.HtmlEncode(Convert.ToString(other, CultureInfo.InvariantCulture)),
        };

    private static string Link(string model, int id, string name)
        => $"<a href=\"/odoo/{WebUtility.UrlEncode(model)}/{id.ToString(CultureInfo.InvariantCulture)}\">{WebUtility.HtmlEncode(name)}</a>";

    private static string Page(string title, string body)
        => $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.4rem .6rem;text-align:left;vertical-align:top}th{width:14rem;font-weight:600;color:#444}</style>
            <h1>{{WebUtility.HtmlEncode(title)}}</h1>
            {{body}}
            <p><small>Practice company, read-only view.</small></p>

            """;
}
