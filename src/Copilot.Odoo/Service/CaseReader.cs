using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>Reads tickets, and what was written on them last: one round trip each.</summary>
internal sealed class CaseReader(IOdooClient client)
{
    private static readonly string[] Written = ["comment", "email"];

    /// <summary>Said where the server has no helpdesk.</summary>
    public const string NoHelpdesk = "This Odoo has no helpdesk, so there are no tickets to look at.";

    /// <summary>Null when tickets can be read; the result that says why not otherwise.</summary>
    public async Task<ToolResult?> MissingAsync(Caller caller, CancellationToken cancellationToken)
        => !await client.HasModelAsync(caller, "helpdesk.ticket", cancellationToken) ? new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = NoHelpdesk }
            : !await client.MayReadAsync(caller, "helpdesk.ticket", cancellationToken) ? new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your account may not read tickets in Odoo." }
            : null;

    public async Task<(IReadOnlyList<Case> Cases, int Total)> ReadAsync(ToolContext context, OdooDomain domain, string order, int limit, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "helpdesk.ticket", Domain = domain, Fields = Case.Fields, Order = order, Limit = limit, WithTotal = true }, cancellationToken);
        var days = new CallerDays(context);
        return ([.. page.Rows.Select(r => new Case(r, context.Now, days))], page.Total);
    }

    /// <summary>The last words on each ticket; nothing where the caller may not read messages.</summary>
    public async Task<IReadOnlyDictionary<int, (OdooRow Row, string Text)>> LastWordsAsync(ToolContext context, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !await client.MayReadAsync(context.Caller, "mail.message", cancellationToken))
        {
            return new Dictionary<int, (OdooRow, string)>();
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "mail.message", Domain = OdooDomain.Where("model", "=", "helpdesk.ticket").And("res_id", "in", ids).And("message_type", "in", Written), Fields = ["res_id", "body", "date", "author_id"], Order = "date desc, id desc", Limit = 5000 },
            cancellationToken);
        var days = new CallerDays(context);
        return page.Rows.GroupBy(m => m.Whole("res_id")).ToDictionary(g => g.Key, g => (g.First(), new Case(Described(g.First()), context.Now, days).Text));
    }

    /// <summary>A message read like a description, so that mark-up is left out the same way.</summary>
    private static OdooRow Described(OdooRow message)
        => new(new Dictionary<string, System.Text.Json.JsonElement> { ["id"] = System.Text.Json.JsonSerializer.SerializeToElement(message.Id), ["description"] = message.Raw("body") ?? System.Text.Json.JsonSerializer.SerializeToElement(string.Empty) });
}
