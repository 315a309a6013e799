using System.Text;
using Copilot.Contracts;
using Copilot.Conversation.Grounding;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Grounding;

public sealed class CitationCheckTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly Evidence Order = PracticeTools.Record(
        "sale.order:42",
        "Sales order S00042",
        new Fact("Customer", FactKind.Text, "Kugel & Lager AG"),
        new Fact("Total", FactKind.Money, "12345.67", "EUR"),
        new Fact("Promised", FactKind.DateTime, "2026-11-27T23:30:00Z"),
        new Fact("Ordered", FactKind.Date, "2026-11-03"),
        new Fact("Margin", FactKind.Percent, "-12.46"),
        new Fact("Quantity", FactKind.Quantity, "240", "Units"),
        new Fact("Days late", FactKind.Days, "5"),
        new Fact("Lot", FactKind.Code, "L2409-017"));

    private static readonly Evidence Passage = new()
    {
        Id = "passage:sop#1",
        Kind = EvidenceKind.Passage,
        Title = "Returns SOP, revision 4, § 3 Time limits",
        Excerpt = "Goods may be returned within 30 days of delivery. A fee of 2.5 % applies above €250,000. Claims close on 31 March, at 17:00; call Monday to Friday. See form RET-12.",
        AsOf = PracticeTools.Now,
    };

    [Theory]
    [InlineData("Order S00042 of Kugel & Lager AG is worth €12,345.67.")]
    [InlineData("It is worth 12,345.67 EUR.")]
    [InlineData("It is worth about €12,346.")]
    [InlineData("It is worth €12.3k.")]
    [InlineData("It was ordered on Tue 3 Nov 2026.")]
    [InlineData("It was ordered on 2026-11-03.")]
    [InlineData("It was ordered on 3 November.")]
    [InlineData("It ships Sat 28 Nov 2026 at 00:30.")]
    [InlineData("240 Units are ordered, 5 days late.")]
    [InlineData("It is a 5-day delay.")]
    [InlineData("Margin fell by 12.5 %.")]
    [InlineData("Margin is -12.46 %.")]
    [InlineData("Lot L2409-017 is set aside.")]
    [InlineData("It is five days late.")]
    public void A_record_supports_its_values_in_any_common_writing(string sentence) => Assert.True(Check(sentence, Order).Supported, string.Join(", ", Check(sentence, Order).Missing));

    [Theory]
    [InlineData("Order S00043 is late.")]
    [InlineData("Order S0004 is late.")]
    [InlineData("It is worth €12,345.68.")]
    [InlineData("It is worth $12,345.67.")]
    [InlineData("It is worth €12,340.")]
    [InlineData("It was ordered on Mon 3 Nov 2026.")]
    [InlineData("It was ordered on 3 Nov 2025.")]
    [InlineData("It ships on Fri 27 Nov 2026.")]
    [InlineData("It ships at 23:30.")]
    [InlineData("Margin fell by 12.4 %.")]
    [InlineData("240 % of it is late.")]
    [InlineData("Lot L2409-01 is set aside.")]
    [InlineData("It is six days late.")]
    [InlineData("The note says \"ship at once\".")]
    [InlineData("It waits for GLV-NIT-L.")]
    [InlineData("Margin is +12.46 % but -12.47 %.")]
    public void A_record_does_not_support_other_values(string sentence) => Assert.False(Check(sentence, Order).Supported);

    [Theory]
    [InlineData("Goods may come back within 30 days (revision 4, § 3).")]
    [InlineData("The SOP says “returned within 30 days of delivery”.")]
    [InlineData("Above €250,000 a fee of 2.5 % applies, see RET-12.")]
    [InlineData("Claims close on 31 March at 17:00, call on Monday.")]
    public void A_passage_supports_what_it_says(string sentence) => Assert.True(Check(sentence, Passage).Supported, string.Join(", ", Check(sentence, Passage).Missing));

    [Theory]
    [InlineData("The SOP says “returned within 60 days”.")]
    [InlineData("Goods may come back within 45 days.")]
    [InlineData("Above €25,000 a fee applies.")]
    [InlineData("Call on Sunday.")]
    [InlineData("See RET-1.")]
    public void A_passage_does_not_support_what_it_does_not_say(string sentence) => Assert.False(Check(sentence, Passage).Supported);

    [Fact]
    public void A_sentence_without_evidence_of_this_turn_never_stands()
        => Assert.False(new CitationCheck(new Dictionary<string, Evidence>(), Paris).Check("All is well.", ["sale.order:42"], []).Supported);

    [Fact]
    public void What_was_asked_may_be_repeated()
    {
        var check = new CitationCheck(new Dictionary<string, Evidence> { [Order.Id] = Order }, Paris);
        Assert.True(check.Check("One order is over €10,000 and due by Fri 27 Nov 2026.", [Order.Id], [new Fact("", FactKind.Money, "10000"), new Fact("", FactKind.Date, "2026-11-27")]).Supported);
    }

    [Theory]
    [InlineData(CalculationOperation.Sum, "10|20.5", "30.5", true)]
    [InlineData(CalculationOperation.Sum, "10|20.5", "31.5", false)]
    [InlineData(CalculationOperation.Difference, "240|40", "200", true)]
    [InlineData(CalculationOperation.Product, "3|2.5", "7.5", true)]
    [InlineData(CalculationOperation.Ratio, "1|3", "0.33", true)]
    [InlineData(CalculationOperation.Ratio, "1|0", "0", false)]
    [InlineData(CalculationOperation.Share, "1|8", "12.5", true)]
    [InlineData(CalculationOperation.PercentChange, "110|100", "10", true)]
    [InlineData(CalculationOperation.PercentChange, "90|100", "10", false)]
    [InlineData(CalculationOperation.Count, "a|b|c", "3", true)]
    [InlineData(CalculationOperation.Count, "a|b|c", "4", false)]
    [InlineData(CalculationOperation.Minimum, "3|2", "2", true)]
    [InlineData(CalculationOperation.Maximum, "3|2", "2", false)]
    [InlineData(CalculationOperation.Mean, "1|2", "1.5", true)]
    [InlineData(CalculationOperation.DaysBetween, "2026-11-27|2026-11-20", "7", true)]
    [InlineData(CalculationOperation.DaysBetween, "2026-11-27|2026-11-20", "8", false)]
    [InlineData(CalculationOperation.Model, "1", "72", true)]
    public void Arithmetic_supports_its_result_only_when_it_comes_out(CalculationOperation operation, string inputs, string result, bool stands)
    {
        var evidence = new Evidence
        {
            Id = "calc:1",
            Kind = EvidenceKind.Calculation,
            Title = "A calculation",
            Excerpt = "computed",
            AsOf = PracticeTools.Now,
            Calculation = new Calculation(operation, [.. inputs.Split('|').Select(i => new Fact("in", FactKind.Text, i))], new Fact("out", FactKind.Number, result), "as named"),
        };
        Assert.Equal(stands, Check($"The result is {result}.", evidence).Supported);
    }

    [Fact]
    public void Sums_of_different_currencies_support_nothing()
    {
        var evidence = Order with
        {
            Id = "calc:2",
            Facts = [],
            Title = "Sum",
            Excerpt = "sum",
            Calculation = new Calculation(CalculationOperation.Sum, [new Fact("a", FactKind.Money, "1", "EUR"), new Fact("b", FactKind.Money, "2", "USD")], new Fact("c", FactKind.Money, "3", "EUR"), "sum"),
        };
        Assert.False(Check("It is €3.", evidence).Supported);
    }

    [Theory]
    [InlineData("Order S00042 of Kugel & Lager AG is worth €12,345.67, ordered Tue 3 Nov 2026, due Sat 28 Nov 2026 00:30, 240 Units, 5 days late, margin -12.46 %, lot L2409-017.")]
    public void Changing_any_digit_makes_the_check_fail(string sentence)
    {
        Assert.True(Check(sentence, Order).Supported, string.Join(", ", Check(sentence, Order).Missing));
        for (var i = 0; i < sentence.Length; i++)
        {
            for (var digit = '0'; char.IsAsciiDigit(sentence[i]) && digit <= '9'; digit++)
            {
                if (digit != sentence[i])
                {
                    var changed = new StringBuilder(sentence) { [i] = digit }.ToString();
                    Assert.False(Check(changed, Order).Supported, changed);
                }
            }
        }
    }

    [Fact]
    public void Marks_name_the_evidence_that_holds_the_figures_first()
    {
        var check = new CitationCheck(new Dictionary<string, Evidence> { [Order.Id] = Order, [Passage.Id] = Passage }, Paris);
        Assert.Equal([Passage.Id, Order.Id], check.Check("Within 30 days, but it is 5 days late.", [Order.Id, Passage.Id], []).Marks);
    }

    private static SentenceVerdict Check(string sentence, Evidence evidence)
        => new CitationCheck(new Dictionary<string, Evidence> { [evidence.Id] = evidence }, Paris).Check(sentence, [evidence.Id], []);
}
