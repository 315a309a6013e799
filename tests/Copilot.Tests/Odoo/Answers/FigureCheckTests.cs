using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.Tests.Odoo.Answers;

/// <summary>The check that the tools' suites rely on must itself be able to fail.</summary>
public sealed class FigureCheckTests
{
    [Theory]
    [InlineData("Worth €48,210.00 by Fri 27 Nov 2026 on S00042.", true)]
    [InlineData("Worth €48,211.00.", false)]
    [InlineData("Promised Sat 28 Nov 2026.", false)]
    [InlineData("It waits for P00042.", false)]
    [InlineData("7 orders.", false)]
    public void Only_what_the_evidence_holds_passes(string text, bool holds)
        => Assert.Equal(holds, FigureCheck.Unsupported(Result(text, Evidence())).Count == 0);

    [Fact]
    public void A_calculation_that_does_not_compute_is_found()
    {
        var wrong = Evidence() with
        {
            Calculation = new Calculation(CalculationOperation.Sum, [new Fact("a", FactKind.Number, "1"), new Fact("b", FactKind.Number, "2")], new Fact("sum", FactKind.Number, "4"), "a + b"),
        };
        Assert.Single(FigureCheck.Unsupported(Result("Nothing.", wrong)));
    }

    [Fact]
    public void A_finding_that_cites_nothing_is_found()
        => Assert.NotEmpty(FigureCheck.Unsupported(new ToolResult { Outcome = ToolOutcome.Ok, Findings = [new Finding { Role = FindingRole.Detail, Text = "Words.", EvidenceIds = [] }] }));

    private static ToolResult Result(string text, Evidence evidence)
        => new() { Outcome = ToolOutcome.Ok, Evidence = [evidence], Findings = [new Finding { Role = FindingRole.Headline, Text = text, EvidenceIds = [evidence.Id] }] };

    private static Evidence Evidence() => new()
    {
        Id = "sale.order:42",
        Kind = EvidenceKind.Record,
        Title = "Sales order S00042",
        Excerpt = "S00042",
        AsOf = DateTimeOffset.UnixEpoch,
        Facts = [new("Net", FactKind.Money, "48210.00", "EUR"), new("Promised", FactKind.Date, "2026-11-27")],
    };
}
