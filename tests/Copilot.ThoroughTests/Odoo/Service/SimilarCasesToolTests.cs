using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Service;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SimilarCasesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.similar_cases";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"problem":"cartons crushed on arrival"}""",
        """{"ticket":"1042"}""",
        """{"problem":"gloves","customer":"Nordlicht Logistik GmbH"}""",
        """{"product":"GLV-NIT-L","count":50}""",
        """{}""",
        """{"problem":"xyzzy frobnicated"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task Cases_of_the_same_kind_are_found_by_their_words()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"problem":"outer cartons were crushed, some units cannot be sold"}""");
        Assert.All(result.Findings.Where(f => f.Role == FindingRole.Item), f => Assert.Contains("Damaged cartons on arrival", f.Text, StringComparison.Ordinal));
        Assert.Contains("most often", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_nobody_had_is_said_to_be_new()
        => Assert.StartsWith("I found no closed case", (await RunAsync(PracticeCompany.As(RoleNames.ServiceAgent), """{"problem":"xyzzy frobnicated"}""")).Findings[0].Text, StringComparison.Ordinal);
}
