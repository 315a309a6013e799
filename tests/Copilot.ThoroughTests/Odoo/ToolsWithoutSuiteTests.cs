using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ToolsWithoutSuiteTests(PracticeCompany company)
{
    [Fact]
    public void Every_tool_of_the_business_system_has_its_contract_suite()
    {
        var suites = typeof(ToolsWithoutSuiteTests).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(ToolContract)))
            .Select(t => t.Name)
            .ToHashSet();
        Assert.All(company.Tools, t => Assert.Contains(t.GetType().Name + "Tests", suites));
    }
}
