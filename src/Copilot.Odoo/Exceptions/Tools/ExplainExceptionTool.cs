using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Watching;

namespace Copilot.Odoo.Exceptions.Tools;

/// <summary>Tells one exception whole: cause, what it hits, what it costs, how sure it is, what could be done, what happened so far.</summary>
internal sealed class ExplainExceptionTool(IOdooClient client, CaseChoice choice, CaseDesk desk, ExceptionWatch watch) : OdooTool(client)
{
    private const int DetailsTold = 6;
    private const int EventsTold = 4;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "exceptions.explain",
        Description = "One exception in full: why it is one, which records and orders it hits, what it costs, how sure it is, who has to deal with it, what could be done, what was done. "
            + "Named by its record, or the most pressing one. Not for the list of all.",
        Ability = "why something is an exception, what it hits and what can be done about it",
        Status = "looking at this exception…",
        Parameters = [.. CaseChoice.Records, ListExceptionsTool.KindChoice],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = CaseChoice.RoundTrips + ListExceptionsTool.ScanRoundTrips,
    };

    protected override string Area => "orders, transfers, purchases or invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await ListExceptionsTool.MayReadAnyAsync(Client, context.Caller, cancellationToken))
        {
            return Denied();
        }

        await watch.FreshenAsync(cancellationToken);
        var (cases, about, stop) = await choice.FindAsync(context, arguments, all: false, cancellationToken);
        if (stop is not null)
        {
            return stop;
        }

        var (_, stale) = await watch.StandingAsync(cancellationToken);
        if (cases.Count == 0)
        {
            return NotFound($"I found no open exception{(about is null ? string.Empty : $" about {Phrase.Clean(about, 80)}")} among what you may see.{(stale is null ? string.Empty : $" {stale}")}");
        }

        var sheet = new AnswerSheet(context, Client);
        await TellAsync(sheet, cases[0], cancellationToken);
        if (cases.Count > 1)
        {
            var others = cases.Skip(1).Take(5).ToList();
            sheet.Say(FindingRole.Detail, $"Other open exceptions{(about is null ? string.Empty : " about it")}: {Phrase.List(others.Select(o => o.Found.Title))}", null, others.Select(new CaseSheet(sheet).Add));
        }

        new CaseSheet(sheet).Caveat(stale);
        return sheet.Finish();
    }

    private async Task TellAsync(AnswerSheet sheet, SeenCase seen, CancellationToken cancellationToken)
    {
        var writer = new CaseSheet(sheet);
        var (kept, found) = (seen.Kept, seen.Found);
        var self = writer.Add(seen);
        sheet.Say(FindingRole.Headline, $"{seen.Kind.Title}: {found.Summary}", found.Title, self);
        sheet.Say(FindingRole.Cause, found.Cause, found.Title, self);
        foreach (var detail in seen.Details.Take(DetailsTold))
        {
            sheet.Say(FindingRole.Detail, detail.Text, found.Title, writer.Add(seen, detail));
        }

        if (writer.AddStakes(seen) is { } stakes && seen.Stakes.Count > 0 && seen.Revenue is { } revenue)
        {
            sheet.Say(FindingRole.Detail, $"At stake: {Phrase.Money(revenue.Amount, revenue.Currency)} net{(found.Recoverable switch { true => ", and the promise can still be kept", false => ", and the promised day is over for some of it", null => string.Empty })}", found.Title, stakes, self);
        }

        if (seen.Margin is { } margin)
        {
            sheet.Say(FindingRole.Detail, $"Margin at stake: {Phrase.Money(margin.Amount, margin.Currency)}", found.Title, self);
        }

        sheet.Say(
            FindingRole.Detail,
            $"It is {CaseSheet.StateWord(kept.State)} since it was found on {Phrase.Day(sheet.Days.Of(kept.FirstSeen))}; score {Phrase.Number((decimal)kept.Score)}, confidence {Phrase.Percent((decimal)found.Confidence * 100)}. The {CaseSheet.RoleWord(seen.Kind.OwnerRole)} has to deal with it",
            found.Title,
            self);
        await HistoryAsync(sheet, seen, self, cancellationToken);
        foreach (var action in seen.Actions.Take(3))
        {
            sheet.Say(FindingRole.Advice, $"One can {ListExceptionsTool.LowerFirst(action.Summary)}", found.Title, self);
        }
    }

    private async Task HistoryAsync(AnswerSheet sheet, SeenCase seen, string self, CancellationToken cancellationToken)
    {
        var events = (await desk.EventsAsync(seen.Kept.Id, cancellationToken)).Where(e => e.What != "found").ToList();
        if (events.Count == 0)
        {
            return;
        }

        var told = events.TakeLast(EventsTold).ToList();
        var words = string.Join("; ", told.Select(e => Words(sheet, e)));
        var id = sheet.Aggregate($"case:{seen.Kept.Id}:history", $"What happened to {seen.Found.Title}", words, CaseSheet.DaysOf(words));
        sheet.Say(FindingRole.Detail, $"What happened so far: {words}", seen.Found.Title, id, self);
    }

    private static string Words(AnswerSheet sheet, CaseEvent happened)
        => $"{happened.What.Replace('_', ' ')} on {Phrase.Day(sheet.Days.Of(happened.At))}{(happened.Reason is { } reason ? $" ({Phrase.Clean(reason, 60)})" : string.Empty)}";
}
