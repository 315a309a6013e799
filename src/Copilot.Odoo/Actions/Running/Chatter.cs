using System.Globalization;
using System.Net;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Running;

/// <summary>
/// The record's chatter: where an action leaves who asked, who approved, the reference and the address of the evidence, and where it is
/// found again by its reference. All text is plain: markup in it is shown, not followed.
/// </summary>
internal static class Chatter
{
    /// <summary>Since 17 a body is plain text unless it says otherwise; before, it always was HTML. Ours is HTML that holds escaped text, for the line breaks.</summary>
    private const int SaysHtmlSince = 17;

    /// <summary>The step that leaves the trace of an action on a record; always the last.</summary>
    public static Deed Trace(string model, int id) => Trace(model, _ => id);

    /// <summary>The same on a record that an earlier step makes or finds.</summary>
    public static Deed Trace(string model, Func<ActionRun, int> id) => new()
    {
        Text = "the record's history says who asked, who approved and why",
        Look = async (run, token) => id(run) is > 0 and var record && await FindAsync(run, model, record, token) is { } message
            ? (Proof.ByReference, new RecordRef("mail.message", message))
            : (Proof.NotDone, null),
        Do = async run => Made(await PostAsync(run, model, id(run), Words(run.Order), "mail.mt_note")),
    };

    /// <summary>Posts plain text; gives the message's id where the server says it.</summary>
    public static async Task<int?> PostAsync(ActionRun run, string model, int id, string text, string subtype, IReadOnlyList<int>? partners = null)
    {
        var named = new Dictionary<string, object?>
        {
            ["body"] = Html(text),
            ["message_type"] = "comment",
            ["subtype_xmlid"] = subtype,
        };
        if (partners is { Count: > 0 })
        {
            named["partner_ids"] = partners;
        }

        if (await run.Desk.Rights.VersionAsync(CancellationToken.None) >= SaysHtmlSince)
        {
            named["body_is_html"] = true;
        }

        return FirstId(await run.CallAsync(model, "message_post", [new[] { id }], named));
    }

    /// <summary>The message on a record that holds the action's reference.</summary>
    public static async Task<int?> FindAsync(ActionRun run, string model, int id, CancellationToken cancellationToken, string? words = null)
    {
        var found = await run.SearchAsync(
            "mail.message", OdooDomain.Where("model", "=", model).And("res_id", "=", id).And("body", "ilike", words ?? TraceMark(run.Order)), ["id"], cancellationToken, 1);
        return found.Count > 0 ? found[0].Id : null;
    }

    /// <summary>The line that ends what is sent to somebody outside: the reference, and nothing of who asked or why.</summary>
    public static string Mark(ActionOrder order) => $"Our reference: {order.Reference}";

    /// <summary>The words a trace is found by; a message to somebody outside does not hold them.</summary>
    private static string TraceMark(ActionOrder order) => $"Reference {order.Reference}. Request";

    /// <summary>Who asked, who approved, why, and where the evidence is.</summary>
    public static string Words(ActionOrder order, bool withSummary = true)
    {
        var lines = new List<string>
        {
            $"Asked by {Phrase.Clean(order.RequestedBy, 80)}, {(order.ApprovedBy.Count > 0 ? $"approved by {Phrase.List(order.ApprovedBy.Select(n => Phrase.Clean(n, 80)))}" : "within what needs no approval")}.",
        };
        if (withSummary)
        {
            lines.Insert(0, Phrase.Sentence(order.Draft.Summary));
        }

        if (order.Draft.Reason is { Length: > 0 } reason)
        {
            lines.Add($"Reason: {Phrase.Sentence(Phrase.Clean(reason, 400))}");
        }

        lines.Add($"{TraceMark(order)} and evidence: {Phrase.Clean(order.EvidenceUri, 300)}");
        return string.Join('\n', lines);
    }

    /// <summary>Plain text as HTML: nothing in it is markup, line breaks stay.</summary>
    public static string Html(string text)
        => $"<p>{string.Join("<br>", text.Split('\n').Select(line => WebUtility.HtmlEncode(line.TrimEnd('\r'))))}</p>";

    /// <summary>The id in what a method answers that gives records: a number, a list, or the text of a record set.</summary>
    public static int? FirstId(JsonElement? answer) => answer switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetInt32(),
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Number => list[0].GetInt32(),
        { ValueKind: JsonValueKind.String } text when text.GetString() is { } set && set.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open
            && int.TryParse(set.AsSpan(open + 1).TrimEnd(",)"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) => id,
        _ => null,
    };

    private static RecordRef? Made(int? message) => message is { } id ? new RecordRef("mail.message", id) : null;
}
