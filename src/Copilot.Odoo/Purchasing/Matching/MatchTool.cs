using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>
/// Compares attached documents of suppliers with their purchase orders and what came: finds the order, says what differs and what it costs, whether it came before, and what to do.
/// Proofs of delivery are compared with what left for the customer, also for those who may not see purchasing; whoever may not is told nothing of suppliers' papers.
/// Nothing is written; the next steps are prepared with all they need and said in the words they are asked for in.
/// </summary>
internal sealed class MatchTool(IOdooClient client, NameResolver names, IAttachedFiles files, IDocumentExtractor extractor, DocumentMatching matching, OrderDetails details, ProofDesk proofs, IDataGrants grants) : OdooTool(client)
{
    private const int MostDocuments = 4;

    private static readonly ToolParameter Order = Parameters.Name("order", SlotKind.PurchaseOrder, "The purchase order to compare with, where the person names it; found by itself when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "documents.match",
        Description = "Compares an attached invoice, credit note, order confirmation or delivery paper of a supplier with our purchase order and receipts: which order it belongs to, "
            + "prices, quantities, days and fees that differ, duplicates, what to do; and a proof of delivery with our delivery: short, damaged, signed. Only for attached files; not for bills that are entered already.",
        Ability = "whether an attached invoice, confirmation or delivery note agrees with what was ordered and received",
        Status = "comparing the document with orders and receipts…",
        Parameters = [Order],
        Touches = [DataClass.Stock],
        MayTouch = [DataClass.Purchasing, DataClass.Receivables, DataClass.Service],
        ReadsAttachments = true,
        MaxRoundTrips = NameResolver.RoundTripsPerName + (MostDocuments * (PurchaseLedger.RoundTrips + OrderDetails.RoundTrips + ProofDesk.RoundTrips)),
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var buys = await MaySeePurchasesAsync(context.Caller, cancellationToken);
        if (!buys && (arguments.Has([Order]) || !await proofs.MayProveAsync(context.Caller, cancellationToken)))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Order], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var (read, unread) = await ReadAsync(context, cancellationToken);
        if (read.Count == 0)
        {
            return unread is null
                ? new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which document shall I compare? Attach the invoice, confirmation or delivery note to your question." }
                : NotFound(unread);
        }

        var chosen = resolved["order"] is { } named ? new LedgerName(named.Id, named.Row.Text("name") ?? named.Name) : null;
        return await CompareAsync(context, read, unread, chosen, buys, cancellationToken);
    }

    /// <summary>Nothing of a supplier's paper is told to those who may not see purchasing, not even what the order would be.</summary>
    private static ToolResult OnlyProofs => new() { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your role may not see purchase orders, so of attached papers I compare only proofs of delivery with our deliveries." };

    private async Task<bool> MaySeePurchasesAsync(Caller caller, CancellationToken cancellationToken)
        => grants.MaySee(caller, DataClass.Purchasing) && await Client.MayReadAsync(caller, "purchase.order", cancellationToken) && await Client.MayReadAsync(caller, "purchase.order.line", cancellationToken);

    private async Task<ToolResult> CompareAsync(ToolContext context, List<(string Id, ExtractedDocument Document)> read, string? unread, LedgerName? chosen, bool buys, CancellationToken cancellationToken)
    {
        var sheet = new AnswerSheet(context, Client);
        var (compared, kept, reason, next) = (0, 0, (string?)null, new List<NextStep>());
        foreach (var (id, document) in read.Take(MostDocuments))
        {
            if (chosen is null && await proofs.ProveAsync(context, document, cancellationToken) is var (proof, tickets))
            {
                next.AddRange(Proof(sheet, id, document, proof, tickets));
                compared++;
                continue;
            }

            if (document.Type == BusinessDocumentType.ProofOfDelivery && !buys)
            {
                reason = $"{Phrase.Clean(document.File, 80)} names no delivery of ours that you may see.";
                continue;
            }

            if (!buys || await matching.BookedAsync(context.Caller, document, chosen, cancellationToken) is not { } found)
            {
                kept++;
                continue;
            }

            if (found.Match.State == MatchState.NotCompared)
            {
                reason = $"{Phrase.Clean(document.File, 80)}: {found.Match.Reason}.";
                continue;
            }

            next.AddRange(await WriteAsync(sheet, context, id, document, found.Match, found.Book, cancellationToken));
            compared++;
        }

        if (compared == 0)
        {
            return kept > 0 ? OnlyProofs : NotFound(buys ? $"I compare suppliers' invoices, credit notes, confirmations and delivery papers with our purchase orders. {reason}" : reason!);
        }

        var first = $"{read[0].Id}";
        if (read.Count > MostDocuments)
        {
            sheet.Say(FindingRole.Caveat, $"I compared the first {MostDocuments} of {read.Count} documents; attach the others again for the rest", null, sheet.Aggregate("documents", "Documents", $"{MostDocuments} of {read.Count} documents compared", FactOf.Number("Documents", read.Count), FactOf.Number("Compared", MostDocuments)));
        }

        if (reason is not null || unread is not null || kept > 0)
        {
            sheet.Say(FindingRole.Caveat, kept > 0 ? "Another attached file belongs to purchase orders, which you may not see" : "Another attached file is no document that I can compare", null, first);
        }

        return sheet.Finish() with { Next = next };
    }

    private static IReadOnlyList<NextStep> Proof(AnswerSheet sheet, string id, ExtractedDocument document, DeliveryProof proof, IReadOnlyList<Ticket> tickets)
    {
        var words = DocumentWords.Of(document);
        sheet.Document(id, words.Label, Excerpt(document, words), Facts(document, words));
        return ProofWriter.Write(sheet, id, words, proof, tickets);
    }

    private async Task<IReadOnlyList<NextStep>> WriteAsync(AnswerSheet sheet, ToolContext context, string id, ExtractedDocument document, DocumentMatch match, PurchaseBook book, CancellationToken cancellationToken)
    {
        var words = DocumentWords.Of(document);
        sheet.Document(id, $"{words.Label}{(words.Supplier is { } s ? $" of {s}" : string.Empty)}", Excerpt(document, words), Facts(document, words));
        var receipts = details.ReceiptsAsync(context.Caller, match.Orders, cancellationToken);
        var waiting = details.WaitingAsync(context, HitOrders.Lines(document, match), cancellationToken);
        var mayWrite = details.MayWriteAsync(context.Caller, match.Orders, cancellationToken);
        await Task.WhenAll(receipts, waiting, mayWrite);
        return new MatchWriter(sheet, book, words, document, id).Write(match, await receipts, await waiting, context.Caller.DisplayName, await mayWrite);
    }

    /// <summary>The business documents that are attached, and why a file is none; neither when nothing is attached.</summary>
    private async Task<(List<(string Id, ExtractedDocument Document)> Read, string? Unread)> ReadAsync(ToolContext context, CancellationToken cancellationToken)
    {
        var read = new List<(string, ExtractedDocument)>();
        string? unread = null;
        foreach (var attachment in context.Attachments.Distinct(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var file in await files.FilesAsync(context.Caller, attachment, cancellationToken))
            {
                try
                {
                    if (!extractor.Knows(file))
                    {
                        unread ??= $"{Phrase.Quoted(file.Name)} is no business document of a format that I read.";
                        continue;
                    }

                    var document = await extractor.ExtractAsync(file, ExtractionEngine.Auto, cancellationToken);
                    foreach (var one in (document.MoreDocuments ?? []).Prepend(document))
                    {
                        read.Add((string.Create(CultureInfo.InvariantCulture, $"document:{attachment}:{++number}"), one));
                    }
                }
                catch (CopilotException broken)
                {
                    unread ??= broken.Message;
                }
            }
        }

        return (read, unread);
    }

    private static string Excerpt(ExtractedDocument document, DocumentWords words)
        => string.Join(", ", new[]
        {
            words.Label, words.Supplier, words.Date is { } date ? Phrase.Day(date) : null,
            words is { Total: { } total, Currency: { } currency } ? Phrase.Money(total, currency) : null,
            Phrase.Count(document.Lines.Count, "line", "lines"),
        }.OfType<string>());

    private static IEnumerable<Fact> Facts(ExtractedDocument document, DocumentWords words)
    {
        yield return FactOf.Text("Kind", words.Kind);
        if (words.Number is { } number)
        {
            yield return FactOf.Code("Number", number);
        }

        if (words.Supplier is { } supplier)
        {
            yield return FactOf.Text("Supplier", supplier);
        }

        if (words.Date is { } date)
        {
            yield return FactOf.Date("Date", date);
        }

        if (words is { Total: { } total, Currency: { } currency })
        {
            yield return FactOf.Money("Total", total, currency);
        }

        if (document.Fields.GetValueOrDefault("orderReference")?.Value is string reference)
        {
            yield return FactOf.Code("Names the order", reference);
        }
    }
}
