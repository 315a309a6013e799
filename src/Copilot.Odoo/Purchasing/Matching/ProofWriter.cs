using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Writes what a proof of delivery says of a delivery of ours.</summary>
internal static class ProofWriter
{
    private const int MostLines = 12;
    private const int MostRows = 50;

    /// <summary>Writes it.</summary>
    /// <returns>The actions that it recommends.</returns>
    public static IReadOnlyList<NextStep> Write(AnswerSheet sheet, string self, DocumentWords words, DeliveryProof proof, IReadOnlyList<Ticket> tickets)
    {
        var (shipment, topic) = (proof.Shipment, words.Label);
        var delivery = sheet.Record(
            "stock.picking",
            shipment.Goods.Id,
            $"Delivery {shipment.Goods.Name} — {shipment.Customer.Name}",
            $"{shipment.Goods.Name} for {shipment.Customer.Name}" + (shipment.Left is { } d ? $", left {Phrase.Day(d)}" : ", not booked as shipped"),
            null,
            [
                FactOf.Code("Delivery", shipment.Goods.Name), FactOf.Text("Customer", shipment.Customer.Name),
                .. shipment.SaleOrder is { } order ? [FactOf.Code("Order", order)] : Array.Empty<Fact>(),
                .. shipment.Left is { } left ? [FactOf.Date("Left", left)] : Array.Empty<Fact>(),
            ]);
        var said = ProofAdvice.Said(proof);
        var compared = sheet.Aggregate($"{self}:proof", "What arrived", said, proof.Lines.SelectMany(l => Facts(l)));
        sheet.Say(FindingRole.Headline, $"{Phrase.Capital(topic)} is for {shipment.Goods.Name} to {Phrase.Clean(shipment.Customer.Name, 60)}{(shipment.SaleOrder is { } of ? $" ({Phrase.Clean(of, 40)})" : string.Empty)}: {said}", topic, self, delivery, compared);
        foreach (var line in proof.Lines.Where(l => l.Missing > 0 || l.IsDamaged).Take(MostLines))
        {
            var name = Phrase.Clean(line.Line.Code ?? line.Line.Name, 60);
            sheet.Say(
                FindingRole.Item,
                line.Missing > 0 ? $"{Phrase.Number(line.Delivered ?? 0)} of {Phrase.Number(line.Line.Quantity)} {name} arrived, {Phrase.Number(line.Missing)} are missing{(line.IsDamaged ? "; the paper notes damage, shortage or refusal" : string.Empty)}" : $"{name} is noted as damaged, short or refused",
                topic,
                compared,
                self);
        }

        sheet.Say(FindingRole.Item, Signed(proof), topic, self);
        foreach (var ticket in tickets.Where(t => ProofAdvice.Names(t, shipment)).Take(1))
        {
            var asked = sheet.Record("helpdesk.ticket", ticket.Row.Id, $"Ticket {ticket.Number}", $"{ticket.Number}: {ticket.Subject}", ticket.Row, FactOf.Code("Ticket", ticket.Number), FactOf.Text("Stage", ticket.Stage));
            sheet.Say(FindingRole.Detail, $"The customer's open ticket {ticket.Number} is about it: {Phrase.Quoted(ticket.Subject)}", topic, asked);
        }

        if (!shipment.IsDone)
        {
            sheet.Say(FindingRole.Caveat, $"{shipment.Goods.Name} is not booked as shipped yet", topic, delivery);
        }

        if (!proof.HasGoods)
        {
            sheet.Say(FindingRole.Caveat, "The paper lists no goods of the delivery, so whether everything arrived can't be told from it", topic, self);
        }

        sheet.Say(FindingRole.Caveat, ProofDesk.ByHand.TrimEnd('.'), topic, self);
        var next = ProofAdvice.Of(proof, words, tickets).ToList();
        foreach (var (step, i) in next.Select((s, i) => (s, i)))
        {
            var advice = $"To {step.Summary}, say \"{step.Question}\"";
            sheet.Say(FindingRole.Advice, advice, topic, sheet.Aggregate($"{self}:advice:{i}", "What can be done", advice), delivery);
        }

        if (proof.HasGoods)
        {
            sheet.Show(Table(proof, [self, delivery]));
        }

        return next;
    }

    /// <summary>What stands where the paper asks for a signature.</summary>
    private static string Signed(DeliveryProof proof)
        => proof.IsSigned == true ? "It is signed, as far as that can be seen: something written by hand, or the note of an electronic signature, stands where the paper asks for it"
            : proof.IsSigned == false ? "The paper asks for a signature, and none was found on it"
            : proof.IsOnlyStamped ? "A stamp or print stands where the signature belongs, and nothing that looks written by hand; look at the page before you call it signed"
            : "A signature I can't tell: I found no place for one that I could look at";

    private static TableCard Table(DeliveryProof proof, IReadOnlyList<string> sources) => new()
    {
        Title = $"What left and what arrived of {proof.Shipment.Goods.Name}",
        Columns = [new("article", "Article", FactKind.Text), new("shipped", "Shipped", FactKind.Number), new("arrived", "Arrived", FactKind.Number), new("missing", "Missing", FactKind.Number), new("noted", "Noted", FactKind.Text)],
        Rows = [.. proof.Lines.Take(MostRows).Select(l => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(Phrase.Clean(l.Line.Code is null ? l.Line.Name : $"{l.Line.Code} {l.Line.Name}", 80)), JsonValue.Create(l.Line.Quantity), l.Delivered is { } came ? JsonValue.Create(came) : null,
            l.Delivered is null ? null : JsonValue.Create(l.Missing), l.IsDamaged ? JsonValue.Create("damaged, short or refused") : null,
        ])],
        TotalRows = proof.Lines.Count,
        Sources = sources,
    };

    private static IEnumerable<Fact> Facts(ProvenLine line)
    {
        yield return FactOf.Text("Article", line.Line.Code ?? line.Line.Name);
        yield return FactOf.Number("Shipped", line.Line.Quantity);
        if (line.Delivered is { } delivered)
        {
            yield return FactOf.Number("Delivered", delivered);
            yield return FactOf.Number("Missing", line.Missing);
        }
    }
}
