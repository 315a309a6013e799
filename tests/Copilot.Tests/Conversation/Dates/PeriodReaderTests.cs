using Copilot.Conversation.Dates;
using Copilot.Conversation.Reading;
using Xunit;

namespace Copilot.Tests.Conversation.Dates;

public sealed class PeriodReaderTests
{
    // A Saturday.
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("Umsatz letzten Monat", "2026-10-01..2026-10-31 ")]
    [InlineData("Umsatz im Oktober", "2026-10-01..2026-10-31 ")]
    [InlineData("was kam seit März", "2026-03-01.. ")]
    [InlineData("Aufträge dieser Woche", "2026-11-16..2026-11-22 ")]
    [InlineData("was wurde gestern geliefert", "2026-11-20..2026-11-20 2026-11-20")]
    [InlineData("combien avons-nous livré hier", "2026-11-20..2026-11-20 2026-11-20")]
    [InlineData("le chiffre du mois dernier", "2026-10-01..2026-10-31 ")]
    [InlineData("combien en août 2025", "2025-08-01..2025-08-31 ")]
    [InlineData("les commandes d'aujourd'hui", "2026-11-21..2026-11-21 2026-11-21")]
    [InlineData("cuánto facturamos el año pasado", "2025-01-01..2025-12-31 ")]
    [InlineData("ventas de esta semana", "2026-11-16..2026-11-22 ")]
    [InlineData("vorige maand gefactureerd", "2026-10-01..2026-10-31 ")]
    [InlineData("leveringen van volgende week", "2026-11-23..2026-11-29 ")]
    [InlineData("fatturato del mese scorso", "2026-10-01..2026-10-31 ")]
    [InlineData("consegne di quest'anno", "2026-01-01..2026-12-31 ")]
    [InlineData("due today", "2026-11-21..2026-11-21 2026-11-21")]
    [InlineData("which lots expire before Christmas", "..2026-12-24 2026-12-24")]
    [InlineData("delivered by New Year's Eve", "..2026-12-31 2026-12-31")]
    [InlineData("orders since last christmas", "2025-12-25.. 2025-12-25")]
    [InlineData("due tomorrow?", "2026-11-22..2026-11-22 2026-11-22")]
    [InlineData("what arrived yesterday", "2026-11-20..2026-11-20 2026-11-20")]
    [InlineData("the day after tomorrow", "2026-11-23..2026-11-23 2026-11-23")]
    [InlineData("ready by Friday", "..2026-11-27 2026-11-27")]
    [InlineData("on Monday", "2026-11-23..2026-11-23 2026-11-23")]
    [InlineData("last Friday", "2026-11-20..2026-11-20 2026-11-20")]
    [InlineData("next Friday", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("this week", "2026-11-16..2026-11-22 ")]
    [InlineData("next week", "2026-11-23..2026-11-29 ")]
    [InlineData("last month", "2026-10-01..2026-10-31 ")]
    [InlineData("last quarter", "2026-07-01..2026-09-30 ")]
    [InlineData("this year", "2026-01-01..2026-12-31 ")]
    [InlineData("year to date", "2026-01-01..2026-11-21 ")]
    [InlineData("YTD", "2026-01-01..2026-11-21 ")]
    [InlineData("in the next 3 days", "2026-11-21..2026-11-24 ")]
    [InlineData("within two weeks", "2026-11-21..2026-12-05 ")]
    [InlineData("next 3 working days", "2026-11-21..2026-11-25 ")]
    [InlineData("in the last 30 days", "2026-10-23..2026-11-21 ")]
    [InlineData("over the past 12 months", "2025-11-22..2026-11-21 ")]
    [InlineData("within 48 hours", "2026-11-21..2026-11-23 ")]
    [InlineData("in 3 days", "2026-11-24..2026-11-24 2026-11-24")]
    [InlineData("arrives in a few days", "2026-11-24..2026-11-24 2026-11-24")]
    [InlineData("due in a couple of weeks", "2026-12-05..2026-12-05 2026-12-05")]
    [InlineData("has not ordered for 180 days", "2026-05-26..2026-11-21 ")]
    [InlineData("customers who haven't bought anything for half a year", "2026-05-22..2026-11-21 ")]
    [InlineData("no orders for a few weeks", "2026-11-01..2026-11-21 ")]
    [InlineData("invoices overdue more than 60 days", "..2026-09-21 ")]
    [InlineData("POs overdue by more than a week", "..2026-11-13 ")]
    [InlineData("who owes us money for more than 60 days", "..2026-09-21 ")]
    [InlineData("which bills are unpaid for more than two months", "..2026-09-20 ")]
    [InlineData("orders late by at least 2 weeks", "..2026-11-07 ")]
    [InlineData("which bills are over 30 days past due", "..2026-10-21 ")]
    [InlineData("two weeks ago", "2026-11-07..2026-11-07 2026-11-07")]
    [InlineData("since March", "2026-03-01.. ")]
    [InlineData("since Monday", "2026-11-16.. 2026-11-16")]
    [InlineData("since December", "2025-12-01.. ")]
    [InlineData("since 5 October", "2026-10-05.. 2026-10-05")]
    [InlineData("in Q3", "2026-07-01..2026-09-30 ")]
    [InlineData("in Q1 2025", "2025-01-01..2025-03-31 ")]
    [InlineData("in the second quarter of 2025", "2025-04-01..2025-06-30 ")]
    [InlineData("in March 2025", "2025-03-01..2025-03-31 ")]
    [InlineData("in October", "2026-10-01..2026-10-31 ")]
    [InlineData("by December", "..2026-12-31 2026-12-31")]
    [InlineData("in 2025", "2025-01-01..2025-12-31 ")]
    [InlineData("between 1 and 15 October", "2026-10-01..2026-10-15 ")]
    [InlineData("between 1 Oct and 15 Oct", "2026-10-01..2026-10-15 ")]
    [InlineData("from Monday to Friday", "2026-11-23..2026-11-27 ")]
    [InlineData("from 2026-01-01 to 2026-01-31", "2026-01-01..2026-01-31 ")]
    [InlineData("on 27/11", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("on 27.11.2026", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("on 27 Nov", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("on Nov 27th, 2026", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("on Friday 27 November", "2026-11-27..2026-11-27 2026-11-27")]
    [InlineData("on 3rd of January", "2027-01-03..2027-01-03 2027-01-03")]
    [InlineData("before 1 December", "..2026-11-30 2026-11-30")]
    [InlineData("after 1 December", "2026-12-02.. 2026-12-02")]
    [InlineData("by the end of the month", "..2026-11-30 2026-11-30")]
    [InlineData("until end of next week", "..2026-11-29 2026-11-29")]
    public void A_time_is_read_in_the_callers_calendar(string text, string expected)
    {
        var time = Assert.Single(PeriodReader.Find(QuestionText.Of(text), Today));
        Assert.Equal(expected, $"{time.From:yyyy-MM-dd}..{time.To:yyyy-MM-dd} {time.Day:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("which orders may ship")]
    [InlineData("order 42")]
    [InlineData("was liegt hier")]
    [InlineData("how do things stand with Mai & Sohn")]
    [InlineData("what does Mars Group owe us")]
    [InlineData("S00042 and GLV-NIT-L")]
    [InlineData("400x300x300")]
    [InlineData("we have 2025 boxes")]
    [InlineData("the margin on it")]
    [InlineData("31/31/2026")]
    [InlineData("on 99 March")]
    public void What_is_no_time_is_not_read_as_one(string text) => Assert.DoesNotContain(PeriodReader.Find(QuestionText.Of(text), Today), t => t.Day is not null);

    [Theory]
    [InlineData("over €10k", AmountKind.Money, 10_000)]
    [InlineData("more than 10,000 euros", AmountKind.Money, 10_000)]
    [InlineData("above 10.000 €", AmountKind.Money, 10_000)]
    [InlineData("EUR 1,234.50", AmountKind.Money, 1234.5)]
    [InlineData("1.5m euros", AmountKind.Money, 1_500_000)]
    [InlineData("over 5000", AmountKind.Plain, 5000)]
    [InlineData("240 pcs", AmountKind.Quantity, 240)]
    [InlineData("12 boxes", AmountKind.Quantity, 12)]
    [InlineData("top 5", AmountKind.Count, 5)]
    [InlineData("the three biggest", AmountKind.Count, 3)]
    [InlineData("the 10 most urgent", AmountKind.Count, 10)]
    public void An_amount_is_read_with_what_it_counts(string text, object kind, double value)
    {
        var amount = Assert.Single(AmountReader.Find(QuestionText.Of(text), []));
        Assert.Equal((kind, (decimal)value), (amount.Kind, amount.Value));
    }
}
