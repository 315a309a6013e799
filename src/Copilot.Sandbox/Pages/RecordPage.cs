using System.Globalization;
using System.Net;
using System.Text;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Rpc;
using Copilot.Sandbox.Schema;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Pages;

/// <summary>
/// <c>/odoo/&lt;model&gt;/&lt;id&gt;</c>: a record's fields as a plain page, where the links of sources lead. Shows what the signed-in user may
/// read, everything escaped, nothing to change.
/// </summary>
internal sealed class RecordPage(Services services, SignIn signIn)
{
    private const int MostLinks = 50;

    public Task HandleAsync(HttpContext http)
    {
        if (signIn.UserOf(http) is not { } user)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/web/login?redirect=" + WebUtility.UrlEncode(http.Request.Path.Value);
            return Task.CompletedTask;
        }

        var parts = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return NotFound(http);
        }

        try
        {
            return services.Ask(user, session => Render(session, parts[1], id)) is var (title, body)
                ? Html.WriteAsync(http, StatusCodes.Status200OK, title, body)
                : NotFound(http);
        }
        catch (Fault fault)
        {
            return Html.WriteAsync(http, StatusCodes.Status403Forbidden, "Not allowed", $"<p style=\"white-space:pre-line\">{WebUtility.HtmlEncode(fault.Message)}</p>");
        }
    }

    private static Task NotFound(HttpContext http)
        => Html.WriteAsync(http, StatusCodes.Status404NotFound, "Not found", "<p>There is no such record in the practice company.</p>");

    private static (string Title, string Body)? Render(Session session, string name, int id)
    {
        if (session.Catalog.Find(name) is not { } model || session.Database[model].Find(id) is not { } row)
        {
            return null;
        }

        session.Rights.CheckModel(session, model, "read");
        session.Rights.CheckRecords(session, model, [row], "read");
        var format = new RowFormat(session, withNames: true);
        var body = new StringBuilder("<table>");
        foreach (var field in RowFormat.Fields(session, model, []))
        {
            if (field.Kind is not FieldKind.Binary && Shown(format, field, session.Value(model, row, field)) is { } shown)
            {
                body.Append("<tr><th>").Append(WebUtility.HtmlEncode(field.Label)).Append("<td>").Append(shown);
            }
        }

        return ($"{model.Title}: {session.Record(model, row).Name}", body.Append("</table>").ToString());
    }

    private static string? Shown(RowFormat format, Field field, object? value)
        => (field.Kind, format.Value(field, value)) switch
        {
            (FieldKind.Boolean, true) => "yes",
            (_, false or "" or null or int[] { Length: 0 }) => null,
            (FieldKind.Many2one, object[] pair) => Link(field.Relation!, pair),
            (_, int[] ids) => string.Join("<br>", ids.Take(MostLinks).Select(id => format.Named(field.Relation!, id)).OfType<object[]>().Select(pair => Link(field.Relation!, pair)))
                + (ids.Length > MostLinks ? $"<br>and {ids.Length - MostLinks} more" : ""),
            (FieldKind.Selection, string key) => WebUtility.HtmlEncode(field.Selection.FirstOrDefault(s => s.Key == key).Value ?? key),
            (FieldKind.Datetime, string moment) => WebUtility.HtmlEncode(moment) + " UTC",
            (_, double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture),
            (_, var other) => WebUtility.HtmlEncode(Convert.ToString(other, CultureInfo.InvariantCulture)),
        };

    private static string Link(string model, object[] pair)
        => $"<a href=\"/odoo/{WebUtility.UrlEncode(model)}/{Convert.ToString(pair[0], CultureInfo.InvariantCulture)}\">{WebUtility.HtmlEncode((string)pair[1])}</a>";
}
