using Copilot.Contracts;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Compares proofs of delivery with our deliveries to customers, and finds the customers' open tickets that wait for the answer.</summary>
internal sealed class ProofDesk(DeliveryLedger ledger, IDocumentMatcher matcher, TicketReader tickets, IDataGrants grants)
{
    /// <summary>Deliveries and tickets.</summary>
    public const int RoundTrips = DeliveryLedger.RoundTrips + TicketReader.RoundTrips;

    /// <summary>What is said of every proof.</summary>
    public const string ByHand = "Remarks by hand are not read, and whose a signature is can't be told; look at the page for them.";

    /// <summary>Whether the caller may see deliveries to customers at all.</summary>
    public Task<bool> MayProveAsync(Caller caller, CancellationToken cancellationToken) => ledger.MayReadAsync(caller, cancellationToken);

    /// <summary>What a proof says; null when the document is none, or names no delivery that the caller may see.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="document">The document. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(DeliveryProof Proof, IReadOnlyList<Ticket> Tickets)?> ProveAsync(ToolContext context, ExtractedDocument document, CancellationToken cancellationToken)
    {
        var numbers = matcher.DeliveryNumbers(document);
        if (numbers.Count == 0 || matcher.Prove(document, await ledger.ReadAsync(context.Caller, numbers, cancellationToken)) is not { } proof)
        {
            return null;
        }

        var open = proof.Shipment.Customer.Id > 0 && grants.MaySee(context.Caller, DataClass.Service) ? await tickets.OpenOfAsync(context, proof.Shipment.Customer.Id, cancellationToken) : null;
        return (proof, open ?? []);
    }
}
