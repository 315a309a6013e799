using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class MatchToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "documents.match";

    protected override IReadOnlyList<string> Samples => ["""{}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task An_invoice_is_matched_and_the_price_that_is_too_high_is_told_with_what_to_do()
    {
        var result = await RunAsync(Callers[0], "{}");
        var headline = result.Findings[0].Text;
        Assert.StartsWith("Invoice RE-2026-4711", headline, StringComparison.Ordinal);
        Assert.Contains("belongs to P", headline, StringComparison.Ordinal);
        Assert.Contains("1 thing differs", headline, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.Contains("too much", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Advice && f.Text.Contains("Write to the supplier of P", StringComparison.Ordinal));
        Assert.Contains(result.Cards.OfType<TableCard>(), c => c.Columns.Any(x => x.Key == "difference"));
        Assert.Contains(result.Cards.OfType<DraftCard>(), c => c.Body.Contains("in the place of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accountant_who_may_not_write_on_the_order_gets_the_letter_and_no_step_that_would_be_refused()
    {
        var accountant = PracticeCompany.As(RoleNames.Accountant);
        var result = await RunAsync(accountant, "{}");
        Assert.Contains(result.Cards.OfType<DraftCard>(), c => c.Body.Contains("in the place of", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.Contains("a draft for your own mail", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Next, s => s.Tool is "odoo.expedite_receipt" or "odoo.schedule_activity");
        foreach (var step in result.Next)
        {
            Assert.NotNull((await Company.RunAsync(accountant, step.Tool, (JsonObject)JsonNode.Parse(step.Arguments)!)).Action);
        }
    }

    [Fact]
    public async Task Without_an_attachment_it_asks_for_one()
    {
        var call = new ToolCall { Id = "a", Tool = Name, Arguments = [] };
        var context = ContextOf(Callers[0]) with { Attachments = [] };
        var result = await Tool.RunAsync(context, call, Permits.For(call, Callers[0]), CancellationToken.None);
        Assert.False(result.Found);
        Assert.Contains("Attach", result.QuestionBack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchaser_who_may_not_see_bills_is_told_that_duplicates_were_not_looked_for()
        => Assert.Contains((await RunAsync(PracticeCompany.As(RoleNames.Purchaser), "{}")).Findings, f => f.Text.Contains("bills are not among", StringComparison.Ordinal));

    [Fact]
    public async Task A_warehouse_supervisor_is_shown_no_prices_of_purchase()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), "{}");
        Assert.DoesNotContain(result.Cards.OfType<TableCard>(), c => c.Columns.Any(x => x.Kind == FactKind.Money));
        Assert.DoesNotContain(result.Evidence.Where(e => e.Kind != EvidenceKind.Document).SelectMany(e => e.Facts), f => f.Kind == FactKind.Money);
    }

    [Fact]
    public async Task The_order_that_a_person_names_is_the_one_compared_with()
    {
        var named = (await RunAsync(Callers[0], "{}")).Evidence.First(e => e.Record?.Model == "purchase.order").Facts[0].Value;
        Assert.Contains((await RunAsync(Callers[0], $$"""{"order":"{{named}}"}""")).Evidence, e => e.Facts.Any(f => f.Value == named));
    }

    [Fact]
    public async Task What_it_recommends_is_complete_and_can_be_prepared_as_it_stands()
    {
        var buyer = PracticeCompany.As(RoleNames.OperationsManager);
        var next = (await RunAsync(buyer, "{}")).Next;
        var letter = Assert.Single(next, s => s.Tool == "odoo.expedite_receipt");
        Assert.Contains(next, s => s.Tool == "odoo.schedule_activity");
        var draft = (await Company.RunAsync(buyer, letter.Tool, (JsonObject)JsonNode.Parse(letter.Arguments)!)).Action!;
        Assert.Contains("differs from our order", draft.Execution["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("in the place of", draft.Execution["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_action_it_names_in_words_is_among_those_it_hands_over()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.OperationsManager), "{}");
        Assert.Equal(result.Findings.Where(f => f.Role == FindingRole.Advice).Select(f => f.Text.Split("say \"")[1].TrimEnd('"', '.')), result.Next.Select(s => s.Question.TrimEnd('.')));
    }

    [Theory]
    [InlineData(RoleNames.ServiceAgent)]
    [InlineData(RoleNames.SalesRep)]
    [InlineData(RoleNames.OperationsManager)]
    public async Task Who_speaks_with_the_customer_learns_from_a_proof_of_delivery_what_is_missing_and_sees_no_prices(string role)
    {
        var result = await WithProofAsync(PracticeCompany.As(role));
        Assert.Contains("2 of ", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("missing", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Evidence, e => e.Record?.Model == "stock.picking");
        Assert.DoesNotContain(result.Evidence, e => e.Record?.Model.StartsWith("purchase", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(result.Evidence.SelectMany(e => e.Facts), f => f.Kind == FactKind.Money);
        Assert.Contains(result.Next, s => s.Tool == "odoo.schedule_activity");
        Assert.Contains(result.Cards.OfType<TableCard>(), c => c.Columns.Any(x => x.Key == "missing"));
    }

    [Fact]
    public async Task An_order_named_by_those_who_may_not_see_purchasing_is_refused_with_any_paper()
        => Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"order":"P00001"}""")).Outcome);

    private async Task<ToolResult> WithProofAsync(Caller caller)
    {
        var invoice = Company.Papers.Paper;
        Company.Papers.Paper = Company.Papers.Proof;
        try
        {
            return await RunAsync(caller, "{}");
        }
        finally
        {
            Company.Papers.Paper = invoice;
        }
    }

    protected override ToolContext ContextOf(Caller caller) => base.ContextOf(caller) with { Attachments = [PracticePapers.Attachment] };
}
