using Copilot.Contracts;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Testing;
using Copilot.Testing.Exceptions;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Exceptions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class TaxonomyTests(PracticeCompany company)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Every_kind_has_one_finder_and_every_finder_a_kind()
        => Assert.Equal(Taxonomy.All.Select(k => k.Name).Order(), company.Services.GetServices<IExceptionFinder>().Select(f => f.Kind).Order());

    [Fact]
    public void Every_kind_says_who_deals_with_it_what_it_watches_and_who_may_see_it()
        => Assert.All(Taxonomy.All, k =>
        {
            Assert.Contains(k.OwnerRole, RoleNames.All);
            Assert.All(k.AlsoFor, r => Assert.Contains(r, RoleNames.All));
            Assert.NotEmpty(k.Watches);
            Assert.InRange(k.Weight, 0.1, 1);
            Assert.EndsWith(".", k.Meaning, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_kind_stands_in_the_documentation()
    {
        var text = File.ReadAllText(RepositoryRoot.Join("docs", "exceptions.md"));
        Assert.All(Taxonomy.All, k => Assert.Contains($"`{k.Name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Money_class_and_time_make_a_case_more_pressing_and_doubt_less()
    {
        var some = WatchHouse.Some(Taxonomy.CreditHold, "1");
        var score = Ranking.Score(some, Today);
        Assert.True(Ranking.Score(some with { Stakes = [some.Stakes[0] with { Amount = 50_000 }] }, Today) > score);
        Assert.True(Ranking.Score(some with { Stakes = [some.Stakes[0] with { CustomerClass = "C" }] }, Today) < score);
        Assert.True(Ranking.Score(some with { Stakes = [some.Stakes[0] with { Promised = Today.AddDays(20) }] }, Today) < score);
        Assert.True(Ranking.Score(some with { Confidence = 0.5 }, Today) < score);
        Assert.True(Ranking.Score(some with { Recoverable = true }, Today) > Ranking.Score(some with { Recoverable = false }, Today));
        Assert.InRange(Ranking.Score(some with { Stakes = [new Stake(some.Subjects[0], 1_000_000_000, "EUR", "A", Today)], Recoverable = true }, Today), 0, 100);
    }

    [Theory]
    [InlineData("sales-rep=60,*=40", RoleNames.SalesRep, 60)]
    [InlineData("sales-rep=60,*=40", RoleNames.Purchaser, 40)]
    [InlineData("", RoleNames.Purchaser, 40)]
    public void Each_role_has_its_threshold(string thresholds, string role, double expected)
        => Assert.Equal(expected, new ExceptionOptions { Thresholds = thresholds }.ThresholdOf(PracticeCompany.As(role)));

    [Fact]
    public void Wrong_options_are_all_named_and_secrets_are_not_repeated()
    {
        var failures = new ExceptionOptionsCheck().Validate(null, new ExceptionOptions { PollSeconds = 1, Thresholds = "king=3", TimeZone = "Nowhere", WebhookSecret = "short-secret" }).Failures!.ToList();
        Assert.Equal(4, failures.Count);
        Assert.DoesNotContain(failures, f => f.Contains("short-secret", StringComparison.Ordinal));
    }
}
