using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>What to do about a proof of delivery: it is noted on the customer's ticket where there is one, else on the delivery, and what did not arrive becomes a to-do.</summary>
internal static class ProofAdvice
{
    private const int MostTold = 3;

    /// <summary>The next steps, each complete.</summary>
    /// <param name="proof">What it says.</param>
    /// <param name="words">The document.</param>
    /// <param name="tickets">The customer's open tickets, as far as they may be seen.</param>
    public static IEnumerable<NextStep> Of(DeliveryProof proof, DocumentWords words, IReadOnlyList<Ticket> tickets)
    {
        var delivery = proof.Shipment.Goods.Name;
        var label = Phrase.Clean(words.Label, 60);
        var said = Said(proof);
        foreach (var ticket in tickets.Where(t => Names(t, proof.Shipment)).Take(1))
        {
            yield return Step("odoo.post_note", $"write it on ticket {ticket.Number}", $"Put a note on ticket {ticket.Number}: {label} for {delivery}: {said}", ("ticket", ticket.Number), ("message", $"{label} for {delivery}: {said}"));
        }

        if (proof.HasGoods && !proof.IsWhole)
        {
            var todo = $"settle with the carrier and the customer: {said} ({label})";
            yield return Step("odoo.schedule_activity", "have it settled", $"Plan a to-do on {delivery}: {todo}", ("transfer", delivery), ("message", todo));
        }
        else if (proof.IsSigned == false || proof.IsOnlyStamped)
        {
            var todo = $"get the signed {label} from the carrier";
            yield return Step("odoo.schedule_activity", "have the signature asked for", $"Plan a to-do on {delivery}: {todo}", ("transfer", delivery), ("message", todo));
        }
        else if (proof.IsWhole)
        {
            yield return Step("odoo.post_note", "note on the delivery that it arrived", $"Put a note on {delivery}: {label}: {said}", ("transfer", delivery), ("message", $"{label}: {said}"));
        }
    }

    /// <summary>What the paper says, in words: "everything was delivered", "3 of 10 BOX-400 missing, and it is not signed".</summary>
    public static string Said(DeliveryProof proof) => Goods(proof) + (proof.IsSigned == false ? ", and it is not signed" : proof.IsOnlyStamped ? ", and it is stamped, not signed" : string.Empty);

    private static string Goods(DeliveryProof proof)
    {
        var wrong = proof.Lines.Where(l => l.Missing > 0 || l.IsDamaged).ToList();
        if (!proof.HasGoods || wrong.Count == 0)
        {
            return proof.HasGoods ? "everything was delivered" : "it lists no goods";
        }

        var more = wrong.Count > MostTold ? $" and {Phrase.Number(wrong.Count - MostTold)} more" : string.Empty;
        return string.Join(", ", wrong.Take(MostTold).Select(l => $"{(l.Missing > 0 ? $"{Phrase.Number(l.Missing)} of {Phrase.Number(l.Line.Quantity)} {Phrase.Clean(l.Line.Code ?? l.Line.Name, 40)} missing" : Phrase.Clean(l.Line.Code ?? l.Line.Name, 40))}{(l.IsDamaged ? " noted as damaged, short or refused" : string.Empty)}")) + more;
    }

    /// <summary>Whether a ticket is about a delivery: it names the delivery, the carrier's number or the order, or stands on the order.</summary>
    public static bool Names(Ticket ticket, Shipment shipment)
        => Says(ticket, shipment.Goods.Name) || (shipment.SaleOrder is { Length: > 0 } order && (ticket.Order == order || Says(ticket, order))) || (shipment.Tracking is { Length: > 0 } carried && Says(ticket, carried));

    private static bool Says(Ticket ticket, string number) => ticket.Subject.Contains(number, StringComparison.OrdinalIgnoreCase) || ticket.Text.Contains(number, StringComparison.OrdinalIgnoreCase);

    private static NextStep Step(string tool, string does, string say, params (string Name, string Value)[] arguments)
        => new(tool, does, say.Replace('"', '\''), new JsonObject(arguments.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Name, a.Value))).ToJsonString());
}
