using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Writes what a proof of delivery says of a delivery of ours.</summary>
internal static class ProofWriter
{
    private const int MostLines = 12;

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
        sheet.Say(FindingRole.Headline, $"{Capital(topic)} is for {shipment.Goods.Name} to {Phrase.Clean(shipment.Customer.Name, 60)}{(shipment.SaleOrder is { } of ? $" ({Phrase.Clean(of, 40)})" : string.Empty)}: {said}", topic, self, delivery, compared);
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

        if (proof.IsSigned == false)
        {
            sheet.Say(FindingRole.Item, "The paper asks for a signature, and none was found on it", topic, self, compared);
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

        return next;
    }

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

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
