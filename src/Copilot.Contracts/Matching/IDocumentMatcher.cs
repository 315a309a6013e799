namespace Copilot.Contracts;

/// <summary>Compares a document with what the business system holds. Pure: the same document and book give the same result. Implemented by the reading desk.</summary>
public interface IDocumentMatcher
{
    /// <summary>Says what to look for in the business system.</summary>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <returns>Null when it is no document that belongs to a purchase.</returns>
    PurchaseQuestion? Ask(ExtractedDocument document);

    /// <summary>Finds the order and the differences.</summary>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <param name="book">What may be meant.</param>
    /// <param name="tolerance">What passes, for a supplier's name.</param>
    /// <param name="chosen">The order that a person named for it, or null; with one it is compared with that, whatever it looks like.</param>
    /// <returns>The match.</returns>
    DocumentMatch Match(ExtractedDocument document, PurchaseBook book, Func<string, MatchTolerance> tolerance, int? chosen = null);

    /// <summary>Says by which numbers a proof of delivery may name a delivery of ours: its own, the order's, the carrier's.</summary>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <returns>The numbers as they are written; none when it is no paper of a delivery.</returns>
    IReadOnlyList<string> DeliveryNumbers(ExtractedDocument document);

    /// <summary>Finds the delivery that a proof is for and what arrived of it.</summary>
    /// <param name="document">The document as it was read. Untrusted.</param>
    /// <param name="shipments">The deliveries that may be meant.</param>
    /// <returns>Null when it names none of them, or several alike.</returns>
    DeliveryProof? Prove(ExtractedDocument document, IReadOnlyList<Shipment> shipments);
}
