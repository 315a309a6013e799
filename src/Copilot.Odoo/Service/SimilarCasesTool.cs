using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Service;

/// <summary>Closed tickets like a given one, or like some words, and how they ended. At most six round trips for names and four more.</summary>
internal sealed class SimilarCasesTool(IOdooClient client, NameResolver names, CaseReader reader) : OdooTool(client)
{
    private const int MostCases = 2000;
    private const double Alike = 0.3;
    private const int MostAlike = 50;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.similar_cases",
        Description = "Earlier, closed tickets that are like a ticket or a problem in words, and how they ended: how often with a credit note, a replacement and so on, and how long they took. "
            + "Not for open tickets and not for what a procedure demands.",
        Ability = "which earlier cases were like this one and how they ended",
        Status = "looking for similar cases…",
        Parameters =
        [
            Parameters.Name("ticket", SlotKind.Ticket, "The ticket to compare with."),
            new ToolParameter { Name = "problem", Type = ParameterType.Text, Slot = SlotKind.Question, Description = "The problem in words, when no ticket is named: \"cartons crushed on arrival\"." },
            Parameters.Customer,
            Parameters.Product,
            Parameters.Count,
        ],
        Touches = [DataClass.Service],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 4,
    };

    protected override string Area => "tickets";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (await reader.MissingAsync(context.Caller, cancellationToken) is { } missing)
        {
            return missing;
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot is SlotKind.Ticket or SlotKind.Customer or SlotKind.Product)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var focus = resolved["ticket"]?.Id ?? (context.Focus is { Model: "helpdesk.ticket" } f ? f.Id : null);
        Case? ticket = null;
        if (focus is { } id)
        {
            var (one, _) = await reader.ReadAsync(context, OdooDomain.Where("id", "=", id), "id", 1, cancellationToken);
            ticket = one.Count == 1 ? one[0] : null;
        }

        var words = CaseLikeness.Words(ticket is not null ? CaseLikeness.WithoutProduct(ticket) : Problem(arguments, resolved));
        var product = ticket is not null ? ticket.Row.Link("product_id")?.Id : resolved["product"]?.Id;
        if (words.Count == 0 && product is null && resolved["customer"] is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which ticket, or what kind of problem, shall I compare with?" };
        }

        var domain = OdooDomain.Where("close_date", "!=", null);
        domain = ticket is not null ? domain.And("id", "!=", ticket.Id) : domain;
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = ticket is null && resolved["product"] is { } about ? domain.And("product_id", "=", about.Id) : domain;
        var (closed, total) = await reader.ReadAsync(context, domain, "close_date desc, id desc", MostCases, cancellationToken);
        var likeness = new CaseLikeness(closed);
        var alike = closed.Select(c => (Case: c, Likeness: words.Count == 0 ? 1 : likeness.Of(words, product, c)))
            .Where(c => c.Likeness >= Alike).OrderByDescending(c => c.Likeness).ThenByDescending(c => c.Case.Closed).ThenBy(c => c.Case.Id).Take(MostAlike).ToList();
        var endings = await reader.LastWordsAsync(context, [.. alike.Select(c => c.Case.Id)], cancellationToken);
        return new SimilarCasesWriter(new AnswerSheet(context, Client)).Write(ticket, [.. alike.Select(c => c.Case)], endings, closed.Count < total, arguments.Shown(5));
    }

    /// <summary>The words of the problem without the names that were recognised in them.</summary>
    private static string Problem(ToolArguments arguments, ResolvedNames names)
        => new[] { names["customer"]?.Name, names["product"]?.Code, names["product"]?.Name }.OfType<string>()
            .Aggregate(arguments.Text("problem") ?? string.Empty, (text, name) => text.Replace(name, " ", StringComparison.OrdinalIgnoreCase));
}
