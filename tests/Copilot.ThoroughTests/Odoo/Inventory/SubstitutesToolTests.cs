using Copilot.Contracts;
using Copilot.Odoo.Inventory;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SubstitutesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.substitutes";

    protected override IReadOnlyList<string> Samples => ["""{"product":"GLV-NIT-L"}""", """{"product":"FLM-STR-23","warehouse":"LEJ"}""", """{"product":"ADH-EPX-50","quantity":500}""", """{"product":"gloves"}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Agreed_substitutes_come_first()
    {
        var items = (await RunAsync(Callers[0], Samples[0])).Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Topic).ToList();
        Assert.Equal(["GLV-LTX-L", "GLV-VIN-L"], items.Take(2).Order());
    }

    [Theory]
    [InlineData("Substitutes: GLV-VIN-L, GLV-LTX-L", "GLV-VIN-L GLV-LTX-L")]
    [InlineData("<p>Soft.</p><p>substitutes: A-1;B-2.</p>", "A-1 B-2")]
    [InlineData("<p>R&amp;D note</p>", "")]
    [InlineData("no such line: Substitutes: X", "")]
    [InlineData(null, "")]
    public void The_line_of_substitutes_is_read_from_plain_text_and_html(string? note, string expected)
        => Assert.Equal(expected, string.Join(' ', SubstitutesTool.Named(note, "Substitutes:")));
}
