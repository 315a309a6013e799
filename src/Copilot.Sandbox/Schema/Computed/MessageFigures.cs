using System.Net;
using System.Text.RegularExpressions;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Computed fields of messages, activities and tickets.</summary>
internal static partial class MessageFigures
{
    public static object? Preview(string? body)
        => body is null ? null : WebUtility.HtmlDecode(Tags().Replace(body, " ")).Trim() is { Length: > 190 } text ? text[..190] : WebUtility.HtmlDecode(Tags().Replace(body, " ")).Trim();

    /// <summary>The name of the record that a message, activity or attachment hangs on.</summary>
    public static string? TargetName(Record record, string modelField, string idField)
        => record.Text(modelField) is { } model && record.Session.Catalog.Find(model) is not null && record[idField] is int id
            ? record.Session.Find(model, id)?.Name
            : null;

    public static object? ActivityState(Record activity)
        => !activity.Is("active") || activity.Day("date_done") is not null ? "done"
            : activity.Day("date_deadline") is not { } due ? null
            : due < activity.Session.Today ? "overdue" : due == activity.Session.Today ? "today" : "planned";

    public static string? TicketName(Record ticket)
        => ticket.Text("ticket_ref") is { Length: > 0 } number ? $"{ticket.Text("name")} (#{number})" : ticket.Text("name");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
