using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class PlannerTests : IClassFixture<PracticeHouse>
{
    private readonly PracticeHouse _house;

    public PlannerTests(PracticeHouse house) => _house = house;

    [Theory]
    [InlineData("wheres order 42", "orders order=S00042")]
    [InlineData("Status of S42?", "orders order=S00042")]
    [InlineData("has so 42 shipped", "orders order=S00042")]
    [InlineData("has sales order no. 42 shipped?", "orders order=S00042")]
    [InlineData("where are orders 42, 43 and 44", "orders order=S00042|orders order=S00043|orders order=S00044")]
    [InlineData("how many glv nit l do we have", "stock product=GLV-NIT-L")]
    [InlineData("stock of glvnitl in lyon", "stock product=GLV-NIT-L,warehouse=LYO")]
    [InlineData("how many nitrile gloves large are in rotterdam", "stock product=GLV-NIT-L,warehouse=RTM")]
    [InlineData("do we have 6204 bearings left?", "stock product=BRG-6204-2RS")]
    [InlineData("stock of the industrial degreasr", "stock product=CLN-DEG-5L")]
    [InlineData("stock of epoxi adhesive", "stock product=epoxy adhesive")]
    [InlineData("stock of ABC-XYZ-9", "stock product=ABC-XYZ-9")]
    [InlineData("what does nordlicht owe us", "invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("what does Nordlichts owe us?", "invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("Nordlicht's open invoices", "invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("open invoices of nordlciht", "invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("open invoices for aurelia sante", "invoices customer=Aurélia Santé SAS")]
    [InlineData("open invoices Helvetia Praezision", "invoices customer=Helvetia Präzision AG")]
    [InlineData("what does brackwater marine owe us", "invoices customer=Brackwater Marine Ltd")]
    [InlineData("is the order for Van Houten on its way?", "orders customer=Van Houten Chocolade BV")]
    [InlineData("which orders are late this week", "orders from=2026-11-16,to=2026-11-22")]
    [InlineData("which orders may miss their date by Friday?", "orders to=2026-11-27")]
    [InlineData("how many days do 500 boxes of GLV-NIT-L last, how many do we have?", "stock product=GLV-NIT-L")]
    [InlineData("orders due tomorrow", "orders by=2026-11-22")]
    [InlineData("which invoices are overdue since March", "invoices from=2026-03-01")]
    [InlineData("show me the top 5 open orders over €10k", "orders count=5,min_amount=10000")]
    [InlineData("Which orders are at risk of missing their promised ship date this week, and why?", "orders from=2026-11-16,to=2026-11-22")]
    [InlineData("what about order 42 and why is it late?", "orders order=S00042")]
    [InlineData("has Nordlicht paid, or is it open?", "invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("stock of GLV-NIT-L and GLV-NIT-M", "stock product=GLV-NIT-L|stock product=GLV-NIT-M")]
    [InlineData("what's our returns policy?", "policy question=what's our returns policy")]
    [InlineData("How many GLV-NIT-L do we have? What does Nordlicht owe us?", "stock product=GLV-NIT-L|invoices customer=Nordlicht Logistik GmbH")]
    [InlineData("which orders of Brackwater are open and what do they owe us", "orders customer=Brackwater Marine Ltd|invoices customer=Brackwater Marine Ltd")]
    [InlineData("If I sell GLV-NIT-L tomorrow, how many do we have?", "stock product=GLV-NIT-L")]
    [InlineData("offene Rechnungen von Nordlicht?", "invoices customer=Nordlicht Logistik GmbH")]
    public async Task A_question_becomes_calls(string question, string expected) => Assert.Equal(expected, await RouteAsync(question));

    [Theory]
    [InlineData("stock of GLV-NIT-L today", false)]
    [InlineData("stock of GLV-NIT-L last week", true)]
    public async Task Today_is_no_filter_of_what_is_told_as_it_is_now(string question, bool isSaid)
    {
        var (turn, _) = await _house.AskAsync(question);
        Assert.Equal(isSaid, turn.Answer.Contains("could not narrow this by", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("where is delivery 42", "Which transfer do you mean: LYO/OUT/00042, RTM/OUT/00042?")]
    [InlineData("open invoices of Zweifelhaft Handels", "I find no customer, supplier, product or document called “Zweifelhaft Handels”")]
    [InlineData("is the order for Al Ortler on its way", "I find no customer, supplier, product or document called “Al Ortler”")]
    [InlineData("is the order for gundermann on its way?", "I find no customer, supplier, product or document called “gundermann”")]
    [InlineData("how much is in stock", "Which product do you mean?")]
    [InlineData("what is the weather in Lyon", "I don't know")]
    [InlineData("tell me a joke about bearings", "I don't know")]
    [InlineData("cancel order 42", "I can't do that yet")]
    [InlineData("please delete the invoice INV/2026/00042", "I can't do that yet")]
    [InlineData("can you send them a reminder", "I can't do that yet")]
    [InlineData("hello", "Hello!")]
    [InlineData("Wie wird das Wetter morgen und was gibt es zu essen?", "Diese Frage habe ich nicht")]
    public async Task What_can_not_be_looked_up_is_said(string question, string expected)
    {
        var decision = await _house.Routes.DecideAsync(PracticeHouse.Caller, question, default);
        Assert.Empty(decision.Tools);
        Assert.StartsWith(expected, decision.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which orders are open for Brackwater?", "and Nordlicht?", "orders customer=Nordlicht Logistik GmbH")]
    [InlineData("stock of GLV-NIT-L in Lyon", "and in Rotterdam?", "stock product=GLV-NIT-L,warehouse=RTM")]
    [InlineData("stock of GLV-NIT-L in Lyon", "what if we ship from Rotterdam?", "stock product=GLV-NIT-L,warehouse=RTM")]
    [InlineData("stock of GLV-NIT-L in Lyon", "what about GLV-NIT-M?", "stock product=GLV-NIT-M,warehouse=LYO")]
    [InlineData("which orders are late this week?", "and next week?", "orders from=2026-11-23,to=2026-11-29")]
    [InlineData("which orders of Brackwater are late?", "open invoices?", "invoices customer=Brackwater Marine Ltd")]
    [InlineData("which orders are late this week?", "why?", "orders from=2026-11-16,to=2026-11-22")]
    [InlineData("which orders are late this week?", "only the big ones", "orders from=2026-11-16,min_amount=10000,to=2026-11-22")]
    [InlineData("which orders of Brackwater are open?", "what do they owe us?", "invoices customer=Brackwater Marine Ltd")]
    [InlineData("which orders of Brackwater are open?", "and their open invoices?", "invoices customer=Brackwater Marine Ltd")]
    [InlineData("which orders of Brackwater are open?", "which invoices are open there?", "invoices customer=Brackwater Marine Ltd")]
    [InlineData("stock of epoxy adhesive", "ADH-EPX-50", "stock product=ADH-EPX-50")]
    [InlineData("how much is in stock?", "GLV-NIT-L", "stock product=GLV-NIT-L")]
    [InlineData("which orders of Brackwater are open?", "what is our returns policy?", "policy question=what is our returns policy")]
    [InlineData("which orders are late this week?", "where is the first one?", "orders order=S00042")]
    [InlineData("which orders are late this week?", "and the second?", "orders from=2026-11-16,order=S00043,to=2026-11-22")]
    public async Task A_follow_up_leans_on_the_turn_before(string first, string second, string expected)
    {
        using var house = new PracticeHouse();
        await house.AskAsync(first);
        var (turn, _) = await house.AskAsync(second);
        Assert.Equal(expected, string.Join('|', turn.ToolCalls.Select(c => Show(c.Name, c.Arguments))));
    }

    private static string Show(string name, System.Text.Json.Nodes.JsonObject arguments)
        => name["practice.".Length..] + (arguments.Count == 0 ? string.Empty : " " + string.Join(',', arguments.Select(a => $"{a.Key}={a.Value}").Order(StringComparer.Ordinal)));

    private async Task<string> RouteAsync(string question)
    {
        var decision = await _house.Routes.DecideAsync(PracticeHouse.Caller, question, default);
        return decision.Tools.Count == 0 ? $"({decision.Reply})" : string.Join('|', decision.Tools.Select(t => Show(t.Name, t.Arguments)));
    }
}
