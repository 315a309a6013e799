using System.Diagnostics;
using Copilot.Contracts;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Mentions;

public sealed class MentionFinderTests
{
    private static readonly MentionFinder Finder = new(w => w is "labels" or "glove" or "bottle");

    [Theory]
    [InlineData("what did Nordlicht order", "Nordlicht Logistik GmbH")]
    [InlineData("NORDLICHT LOGISTIK", "Nordlicht Logistik GmbH")]
    [InlineData("nord licht please", "Nordlicht Logistik GmbH")]
    [InlineData("aurelia sante", "Aurélia Santé SAS")]
    [InlineData("Aurélia’s orders", "Aurélia Santé SAS")]
    [InlineData("castelan automotiv", "Castellan Automotive SpA")]
    [InlineData("helvetia praezision", "Helvetia Präzision AG")]
    [InlineData("quillmark print and label", "Quillmark Print & Label")]
    [InlineData("orchard valley", "Orchard Valley Foods Ltd")]
    [InlineData("kugel und lager", "Kugel & Lager AG")]
    [InlineData("supplier Lombard", "Lombard Fasteners Srl")]
    [InlineData("customer Lombard", "Lombard Trading SA")]
    [InlineData("GLV-NIT-L", "GLV-NIT-L")]
    [InlineData("glv nit l", "GLV-NIT-L")]
    [InlineData("glvnitl", "GLV-NIT-L")]
    [InlineData("bearing 6204", "BRG-6204-2RS")]
    [InlineData("packing tape 48 mm x 66 m", "TAP-PP48-66")]
    [InlineData("in Lyon", "LYO")]
    [InlineData("at LYO", "LYO")]
    [InlineData("rotterdam port", "RTM")]
    [InlineData("gloves & ppe", "Gloves & PPE")]
    [InlineData("by Lefevre", "Marc Lefèvre")]
    [InlineData("lot L2409-017", "L2409-017")]
    [InlineData("LYO/OUT/42", "LYO/OUT/00042")]
    [InlineData("P31", "P00031")]
    [InlineData("PO 31", "P00031")]
    [InlineData("purchase order 31", "P00031")]
    [InlineData("invoice 42", "INV/2026/00042")]
    [InlineData("INV/2025/00042", "INV/2025/00042")]
    [InlineData("ticket #1042", "1042")]
    [InlineData("#1042", "1042")]
    [InlineData("batch l2501-004", "L2501-004")]
    [InlineData("what is in bin A-12-03", "A-12-03")]
    [InlineData("a-12-03 please", "A-12-03")]
    [InlineData("shelf B4", "B4")]
    [InlineData("what lies in aisle D", "D")]
    [InlineData("LYO/Stock/A-12-03", "LYO/STOCK/A-12-03")]
    [InlineData("auf Lagerplatz C-01-02", "C-01-02")]
    [InlineData("is XYZ-NEW-7 known", "XYZ-NEW-7")]
    [InlineData("anything cheaper than GLV-1200", "GLV-1200")]
    public void A_name_is_recognised(string text, string expected) => Assert.Equal(expected, Assert.Single(Find(text)).Best.Canonical);

    [Theory]
    [InlineData("which orders are late and what do we owe")]
    [InlineData("is there a label on the box")]
    [InlineData("show the market value of the port")]
    [InlineData("orders for the last 3 days")]
    [InlineData("how many pallets of 100 are free")]
    [InlineData("what is the precision of that")]
    [InlineData("orders in 2026")]
    [InlineData("what does SOP-12 say")]
    [InlineData("wie viel haben wir auf Lager")]
    [InlineData("is it a large box of 100")]
    [InlineData("what needs attention over all departments")]
    [InlineData("may the clock be paused for the layer")]
    [InlineData("which aisle a picker takes first")]
    [InlineData("on the shelf 30 days")]
    public void Ordinary_words_name_nobody(string text) => Assert.Empty(Find(text));

    [Fact]
    public void What_fits_two_things_keeps_both()
    {
        var mention = Assert.Single(Find("epoxy adhesive"));
        Assert.Equal(["ADH-EPX-25", "ADH-EPX-50"], mention.Candidates.Select(c => c.Canonical).Order());
        Assert.Equal(["LYO/OUT/00042", "RTM/OUT/00042"], Assert.Single(Find("delivery 42")).Candidates.Select(c => c.Canonical));
    }

    [Fact]
    public void A_quantity_to_deliver_is_no_delivery()
    {
        Assert.Empty(Find("can we deliver 200 by friday"));
        Assert.NotEmpty(Find("where is delivry 42"));
    }

    [Fact]
    public void Fifty_thousand_names_are_searched_in_milliseconds()
    {
        var entities = PracticeNames.Entities();
        for (var i = 0; i < 50_000; i++)
        {
            entities.Add(new EntityName { Kind = SlotKind.Customer, Record = new RecordRef("res.partner", 1000 + i), Canonical = $"Handel {Word(i)} {Word(i * 7 % 50_021)} GmbH", Name = $"Handel {Word(i)} {Word(i * 7 % 50_021)} GmbH" });
        }

        var names = new EntityNames { Entities = entities, Numbers = PracticeNames.Numbers() };
        var text = QuestionText.Of("which open orders of nordlciht logistik and brackwater in Lyon wait for GLV-NIT-L since tuesday");
        Finder.Find(names, text, []);
        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Finder.Find(names, text, []);
            return Stopwatch.GetElapsedTime(started);
        });
        Assert.True(best < TimeSpan.FromMilliseconds(60), best.ToString());
        Assert.Contains(Finder.Find(names, text, []), m => m.Best.Canonical == "Brackwater Marine Ltd");

        static string Word(int i) => string.Concat(Enumerable.Range(0, 4).Select(k => "bakelomirutasenodifugapezovi".Substring((i >> (k * 4)) % 14 * 2, 2)));
    }

    private static IReadOnlyList<Mention> Find(string text) => Finder.Find(PracticeNames.Small, QuestionText.Of(text), []);
}
