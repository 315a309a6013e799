using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Watching;

namespace Copilot.Odoo.Exceptions.Tools;

/// <summary>The exceptions a person may see, ranked. Reads what the watch has found; round trips are for the person's rights, and for a scan when nobody has looked for too long.</summary>
internal sealed class ListExceptionsTool(IOdooClient client, CaseDesk desk, ExceptionWatch watch) : OdooTool(client)
{
    private const int CausesTold = 5;
    private const int AdviceTold = 3;

    /// <summary>The round trips of a scan in whole: what all finders read, and one look for changes at each model.</summary>
    public const int ScanRoundTrips = 60;

    private static readonly string[] Readable = ["sale.order", "stock.picking", "purchase.order", "account.move"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "exceptions.list",
        Description = "The open exceptions over all departments, ranked by impact: stock-outs, late receipts, orders at risk, pick failures, quality and credit holds, missing documents, price and margin deviations, "
            + "invoice mismatches, inventory variances, repeated failures. For what needs attention in general; not for one known record, and not for a full list of one department.",
        Ability = "which exceptions are open, what they cost and what comes first",
        Status = "looking at the open exceptions…",
        Parameters = [KindChoice, Parameters.Choice(
                "scope",
                "mine for those the caller's role has to deal with, all for every one the caller may see (default).",
                ("mine", ["my", "mine", "for me", "i have to", "i need to"]),
                ("all", ["all", "everyone", "everybody", "whole company", "all departments"])),
            Parameters.Choice(
                "state",
                "open (default), new for those nobody has looked at, acting for those somebody deals with, ended for resolved and dismissed ones.",
                ("open", ["open"]),
                ("new", ["new", "newly found", "unseen", "nobody has looked at", "since yesterday"]),
                ("acting", ["being dealt with", "in progress", "worked on", "someone works on"]),
                ("ended", ["resolved", "dismissed", "closed", "settled", "done with"])),
            Parameters.Count],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = CaseSight.RoundTrips + ScanRoundTrips,
    };

    /// <summary>The kinds as a choice, with the words people use.</summary>
    internal static ToolParameter KindChoice { get; } = Parameters.Choice(
        "kind",
        "One kind of exception; all kinds when left out.",
        (Taxonomy.StockOut, ["stock-outs", "stockouts", "stock outs", "out of stock exceptions"]),
        (Taxonomy.AllocationConflict, ["allocation conflicts", "allocation conflict", "reservation conflicts"]),
        (Taxonomy.LateReceipt, ["late receipt exceptions", "receipt exceptions"]),
        (Taxonomy.OrderAtRisk, ["order exceptions", "at-risk exceptions"]),
        (Taxonomy.PickFailure, ["pick failure", "pick failures"]),
        (Taxonomy.QualityHold, ["quality hold", "quality holds"]),
        (Taxonomy.MissingDocument, ["missing document exceptions", "document exceptions"]),
        (Taxonomy.CarrierMiss, ["carrier miss", "carrier misses", "missed departures", "missed pick-ups", "missed departure"]),
        (Taxonomy.CreditHold, ["credit hold exceptions"]),
        (Taxonomy.PriceDeviation, ["price deviation", "price deviations"]),
        (Taxonomy.MarginErosion, ["margin erosion"]),
        (Taxonomy.InvoiceMismatch, ["invoice exceptions", "mismatch exceptions"]),
        (Taxonomy.InventoryVariance, ["variance exceptions"]),
        (Taxonomy.RepeatedFailure, ["repeated failure", "repeated failures", "recurring failures", "fails again and again", "keeps failing"]));

    protected override string Area => "orders, transfers, purchases or invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await MayReadAnyAsync(Client, context.Caller, cancellationToken))
        {
            return Denied();
        }

        await watch.FreshenAsync(cancellationToken);
        var (lookedAt, stale) = await watch.StandingAsync(cancellationToken);
        var state = arguments.Text("state") ?? "open";
        var (kind, mine) = (arguments.Text("kind"), arguments.Text("scope") == "mine");
        var seen = (await desk.SeenAsync(context.Caller, all: state == "ended", cancellationToken))
            .Where(s => (kind is null || s.Found.Kind == kind) && (!mine || s.Kind.Concerns(context.Caller)) && InState(s, state))
            .ToList();
        return Write(new AnswerSheet(context, Client), seen, new Asked(kind, mine, state), lookedAt, stale, arguments.Shown());
    }

    /// <summary>Whether a person may read anything that cases are about.</summary>
    internal static async Task<bool> MayReadAnyAsync(IOdooClient client, Caller caller, CancellationToken cancellationToken)
    {
        foreach (var model in Readable)
        {
            if (await client.MayReadAsync(caller, model, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InState(SeenCase seen, string state) => state switch
    {
        "new" => seen.Kept.State == ExceptionState.New,
        "acting" => seen.Kept.State == ExceptionState.Acting,
        "ended" => !seen.Kept.IsOpen,
        _ => seen.Kept.IsOpen,
    };

    private static ToolResult Write(AnswerSheet sheet, List<SeenCase> seen, Asked asked, DateTimeOffset? lookedAt, string? stale, int count)
    {
        var writer = new CaseSheet(sheet);
        var watched = writer.Watch(stale, lookedAt);
        var counted = sheet.Count("exceptions", "Exceptions", seen.Select(s => s.Found.Title), $"those{asked.KindWords} {asked.StandingWords} that you may see", FactOf.Number("Shown", Math.Min(count, seen.Count)));
        if (seen.Count == 0)
        {
            sheet.Say(FindingRole.Headline, lookedAt is null ? "No exceptions are known, because the business system has not been looked through yet" : $"No exceptions{asked.KindWords} are {asked.StandingWords} among what you may see", null, counted, watched);
            writer.Caveat(stale);
            return sheet.Finish();
        }

        var shown = seen.Take(count).ToList();
        sheet.Say(
            FindingRole.Headline,
            $"{Phrase.Count(seen.Count, "exception", "exceptions")}{asked.KindWords} {(seen.Count == 1 ? "is" : "are")} {asked.StandingWords}{(shown.Count > 1 ? "; the most pressing first" : string.Empty)}",
            null,
            counted);
        for (var i = 0; i < shown.Count; i++)
        {
            Item(sheet, writer, shown[i], i);
        }

        if (shown.Count < seen.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} most pressing of {seen.Count}; ask for more with a number", null, counted);
        }

        writer.Caveat(stale);
        sheet.Show(Table(writer, shown, seen.Count));
        return sheet.Finish(new ListCut(shown.Count, seen.Count));
    }

    private static void Item(AnswerSheet sheet, CaseSheet writer, SeenCase seen, int place)
    {
        var self = writer.Add(seen);
        var topic = seen.Found.Title;
        sheet.Say(FindingRole.Item, $"{seen.Kind.Title}: {seen.Found.Summary}", topic, self);
        if (seen.Details.Count > 0 && seen.Found.Kind != Taxonomy.PickFailure)
        {
            sheet.Say(FindingRole.Detail, seen.Details[0].Text, topic, writer.Add(seen, seen.Details[0]));
        }

        if (place < CausesTold)
        {
            sheet.Say(FindingRole.Cause, seen.Found.Cause, topic, self);
        }

        if (place < AdviceTold && seen.Actions.Count > 0)
        {
            sheet.Say(FindingRole.Advice, $"The {CaseSheet.RoleWord(seen.Kind.OwnerRole)} can {LowerFirst(seen.Actions[0].Summary)}", topic, self);
        }
    }

    internal static string LowerFirst(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static TableCard Table(CaseSheet writer, List<SeenCase> shown, int total) => new()
    {
        Title = "Exceptions",
        Columns =
        [
            new("what", "What", FactKind.Text), new("score", "Score", FactKind.Number), new("stake", "At stake", FactKind.Money, shown.Select(s => s.Revenue?.Currency).OfType<string>().FirstOrDefault() ?? "EUR"),
            new("owner", "Owner", FactKind.Text), new("state", "State", FactKind.Text),
        ],
        Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(s.Found.Title),
            JsonValue.Create(s.Kept.Score),
            s.Revenue is { } revenue ? JsonValue.Create(revenue.Amount) : null,
            JsonValue.Create(CaseSheet.RoleWord(s.Kind.OwnerRole)),
            JsonValue.Create(CaseSheet.StateWord(s.Kept.State)),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(writer.Add)],
    };

    /// <summary>What was asked for.</summary>
    private sealed record Asked(string? Kind, bool Mine, string State)
    {
        public string KindWords => Kind is { } kind ? $" of the kind {Taxonomy.Find(kind)!.Title.ToLowerInvariant()}" : string.Empty;

        public string StandingWords => $"{StateWords}{(Mine ? " for your role" : string.Empty)}";

        private string StateWords => State switch { "new" => "new", "acting" => "being dealt with", "ended" => "resolved or dismissed", _ => "open" };
    }
}
