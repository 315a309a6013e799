using System.Globalization;
using System.Net;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Actions;

/// <summary>Chatter and activities of any record.</summary>
internal static class MessageActions
{
    private const int Discussions = 1;
    private const int Note = 2;

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Changing("message_post", "body=, subject=, message_type=, subtype_xmlid=, partner_ids=, attachments=, attachment_ids=, body_is_html=, parent_id=", Post),
        Method.Changing("message_subscribe", "partner_ids=, subtype_ids=", call => call.Records("read").Count >= 0),
        Method.Changing("activity_schedule", "act_type_xmlid=, date_deadline=, summary=, note=, user_id=, activity_type_id=", Schedule),
        Method.Changing("action_feedback", "feedback=, attachment_ids=", Feedback, "mail.activity"),
        Method.Changing("action_done", "", Feedback, "mail.activity"),
    ];

    /// <summary>Who may write a document may post on it; on invoices reading is enough.</summary>
    private static object Post(Call call) => call.Records(PostingNeeds(call)).Select(r => Post(call, r)).ToArray();

    private static string PostingNeeds(Call call) => call.Model.Name == "account.move" ? "read" : "write";

    private static int Post(Call call, Record record)
    {
        var session = call.Session.AsSystem();
        var body = call.Text("body") ?? "";
        var user = session.User;
        var author = user?.One("partner_id");
        var row = RecordWriter.Create(session, session.Catalog["mail.message"], new Dictionary<string, object?>
        {
            ["body"] = call.Flag("body_is_html", false) ? body : $"<p>{Escaped(body)}</p>",
            ["subject"] = call["subject"],
            ["model"] = record.Model.Name,
            ["res_id"] = (long)record.Id,
            ["message_type"] = call.Text("message_type") ?? "notification",
            ["subtype_id"] = (long)(call.Text("subtype_xmlid") == "mail.mt_comment" ? Discussions : Note),
            ["author_id"] = author is { } partner ? (long)partner.Id : false,
            ["email_from"] = $"\"{user?.Name}\" <{author?.Text("email")}>",
            ["parent_id"] = call["parent_id"],
            ["partner_ids"] = call["partner_ids"] ?? new List<object?>(),
            ["attachment_ids"] = Attach(call, session, record),
        });
        return row.Id;
    }

    /// <summary>The ids of the attachments given, and of those made from pairs of name and text.</summary>
    private static List<object?> Attach(Call call, Session session, Record record)
    {
        var ids = new List<object?>(call["attachment_ids"] as IReadOnlyList<object?> ?? []);
        foreach (var pair in (call["attachments"] as IReadOnlyList<object?> ?? []).OfType<IReadOnlyList<object?>>().Where(p => p.Count == 2))
        {
            ids.Add((long)RecordWriter.Create(session, session.Catalog["ir.attachment"], new Dictionary<string, object?>
            {
                ["name"] = pair[0],
                ["datas"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Python.Str(pair[1]))),
                ["res_model"] = record.Model.Name,
                ["res_id"] = (long)record.Id,
            }).Id);
        }

        return ids;
    }

    private static object Schedule(Call call)
    {
        var session = call.Session.AsSystem();
        var type = call["activity_type_id"] is long id ? id : ActivityType(session, call.Text("act_type_xmlid"));
        return call.Records("read").Select(record => RecordWriter.Create(session, session.Catalog["mail.activity"], new Dictionary<string, object?>
        {
            ["res_model"] = record.Model.Name,
            ["res_id"] = (long)record.Id,
            ["activity_type_id"] = (object?)type ?? false,
            ["summary"] = call["summary"],
            ["note"] = call.Text("note") is { } note ? $"<p>{Escaped(note)}</p>" : false,
            ["date_deadline"] = call["date_deadline"] is string day ? day : session.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["user_id"] = call["user_id"] is long user ? user : (long)session.UserId,
        }).Id).ToArray();
    }

    private static object? Feedback(Call call)
    {
        object? last = null;
        foreach (var activity in call.Records("write"))
        {
            activity.Set("active", false);
            activity.Set("date_done", call.Session.Today);
            activity.Set("feedback", call.Text("feedback"));
            var session = call.Session.AsSystem();
            last = RecordWriter.Create(session, session.Catalog["mail.message"], new Dictionary<string, object?>
            {
                ["body"] = $"<p>{Escaped($"{activity.Name} done. {call.Text("feedback")}")}</p>",
                ["model"] = activity.Text("res_model"),
                ["res_id"] = activity.IdOf("res_id") is { } target ? (long)target : false,
                ["message_type"] = "notification",
                ["subtype_id"] = (long)Note,
                ["author_id"] = session.User?.IdOf("partner_id") is { } author ? (long)author : false,
            }).Id;
        }

        return last ?? false;
    }

    /// <summary>Markup in a plain text stays text, as Odoo 19 stores it.</summary>
    private static string Escaped(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static long? ActivityType(Session session, string? externalId)
    {
        var name = externalId?.Split('.')[^1] switch
        {
            "mail_activity_data_call" => "Call",
            "mail_activity_data_meeting" => "Meeting",
            "mail_activity_data_email" => "Email",
            "mail_activity_data_upload_document" => "Upload Document",
            _ => "To-Do",
        };
        var types = session.Database["mail.activity.type"];
        return types.WithText(types.Model["name"], name) is { Count: > 0 } ids ? ids[0] : null;
    }
}
