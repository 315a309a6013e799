using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Exceptions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ListExceptionsToolTests(PracticeCompany company) : OdooToolContract(company), IAsyncLifetime
{
    protected override string Name => "exceptions.list";

    protected override IReadOnlyList<string> Samples =>
        ["{}", """{"count":50}""", """{"kind":"late_receipt","count":50}""", """{"scope":"mine","count":3}""", """{"state":"new"}""", """{"state":"ended"}""", """{"kind":"credit_hold"}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    public Task InitializeAsync() => Company.WatchAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nobody_is_told_of_what_the_role_or_the_account_may_not_see()
    {
        var rep = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"count":50}""");
        Assert.DoesNotContain(rep.Findings, f => f.Text.StartsWith("Late receipt", StringComparison.Ordinal) || f.Text.StartsWith("Invoice mismatch", StringComparison.Ordinal));
        Assert.DoesNotContain(rep.Evidence, e => e.Record?.Model is "purchase.order" or "account.move");
        var supervisor = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"count":50}""");
        Assert.DoesNotContain(supervisor.Findings, f => f.Text.Contains("Fjordline", StringComparison.Ordinal) || f.Text.Contains("LEJ", StringComparison.Ordinal));
        Assert.DoesNotContain(supervisor.Findings, f => f.Text.StartsWith("Margin erosion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_operations_manager_sees_all_departments_ranked()
    {
        var all = await RunAsync(Callers[0], """{"count":50}""");
        var kinds = all.Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Text.Split(':')[0]).Distinct().ToList();
        Assert.Subset(kinds.ToHashSet(), new HashSet<string> { "Order at risk", "Late receipt", "Credit hold", "Pick failure" });
        var scores = all.Findings.Where(f => f.Role == FindingRole.Item).Select(f => all.Evidence.First(e => e.Id == f.EvidenceIds[0]).Facts.First(x => x.Name == "Score").Value).Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
    }
}
