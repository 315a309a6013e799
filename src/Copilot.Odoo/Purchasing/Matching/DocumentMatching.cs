using Copilot.Contracts;
using Copilot.Odoo.Service;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Matches documents against the business system: reads what may be meant, has it compared.</summary>
internal sealed class DocumentMatching(PurchaseLedger ledger, IDocumentMatcher matcher, OrderDetails details, ProofDesk proofs, IOptions<MatchingOptions> options, TimeProvider time) : IDocumentMatching
{
    // A number that is read may be read wrong.
    private const double Named = 0.97;

    /// <inheritdoc/>
    public async Task<DocumentMatch?> MatchAsync(Caller caller, ExtractedDocument document, CancellationToken cancellationToken)
        => await BookedAsync(caller, document, null, cancellationToken) is { } found ? found.Match : null;

    /// <inheritdoc/>
    public async Task<DocumentDecision?> DecideAsync(Caller caller, ExtractedDocument document, CancellationToken cancellationToken)
    {
        var words = DocumentWords.Of(document);
        var context = new ToolContext { Caller = caller, TurnId = "match", Question = string.Empty, Now = time.GetUtcNow() };
        if (await proofs.ProveAsync(context, document, cancellationToken) is var (proof, tickets))
        {
            return Proven(proof, tickets, words);
        }

        if (await BookedAsync(caller, document, null, cancellationToken) is not var (match, book))
        {
            return null;
        }

        var currency = words.CurrencyOver(match);
        var waiting = await details.WaitingAsync(context, HitOrders.Lines(document, match), cancellationToken);
        var letter = MatchAdvice.Letter(match, words, currency, caller.DisplayName);
        var mayWrite = await details.MayWriteAsync(caller, match.Orders, cancellationToken);
        return new DocumentDecision
        {
            Match = match,
            Differences = [.. match.Differences.Select(d => new DifferenceTold(MatchPhrases.Of(d, words.Kind, currency, book.KnowsPrices), d.Cause, d.Passes))],
            Customers = [.. HitOrders.Of(match, waiting, book.KnowsPrices).Select(h => h.Hit)],
            Steps = [.. MatchAdvice.Of(match, words, waiting, letter, mayWrite)],
            Letter = letter,
            Remarks = [.. Unknown(document, match, book), .. letter is not null && !mayWrite ? [MatchAdvice.ByOwnMail + "."] : Array.Empty<string>()],
        };
    }

    private static DocumentDecision Proven(DeliveryProof proof, IReadOnlyList<Ticket> tickets, DocumentWords words) => new()
    {
        Match = new DocumentMatch { State = MatchState.Sure, Candidates = [new OrderCandidate(proof.Shipment.Goods, Named, ["its number is on the paper"])], Orders = [proof.Shipment.Goods] },
        Differences = proof.HasGoods && !proof.IsWhole ? [new DifferenceTold(ProofAdvice.Said(proof), "lost or damaged on the way, or loaded short", false)] : [],
        Steps = [.. ProofAdvice.Of(proof, words, tickets)],
        Remarks = [ProofDesk.ByHand],
    };

    private static IEnumerable<string> Unknown(ExtractedDocument document, DocumentMatch match, PurchaseBook book)
    {
        if (!book.KnowsBills && document.Type is (BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote))
        {
            yield return "Whether it was entered before could not be checked: bills are not among what you may see.";
        }

        if (!book.KnowsPrices && match.Orders.Count > 0)
        {
            yield return "Prices were not compared: they are not among what you may see.";
        }

        if (book.IsCut)
        {
            yield return "The supplier has more orders than were looked at; the latest were.";
        }
    }

    /// <summary>The match and the book it was made with; null when the caller may not read purchase orders.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="document">The document. Untrusted.</param>
    /// <param name="chosen">The order that the person named for it, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(DocumentMatch Match, PurchaseBook Book)?> BookedAsync(Caller caller, ExtractedDocument document, LedgerName? chosen, CancellationToken cancellationToken)
    {
        var question = matcher.Ask(document) ?? new PurchaseQuestion { References = [], Codes = [] };
        question = chosen is null ? question : question with { References = [chosen.Name, .. question.References] };
        return await ledger.ReadAsync(caller, question, cancellationToken) is { } book ? (matcher.Match(document, book, options.Value.For, chosen?.Id), book) : null;
    }
}
