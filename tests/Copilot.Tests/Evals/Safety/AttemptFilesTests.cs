using System.Globalization;
using Copilot.Contracts;
using Copilot.Evals.Safety;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Evals.Safety;

public sealed class AttemptFilesTests
{
    private readonly IReadOnlyList<Attempt> _attempts = AttemptFolder.Read(RepositoryRoot.Join("evals"));

    [Fact]
    public void There_are_enough_attempts_in_every_place()
    {
        Assert.True(_attempts.Count >= SafetyReport.Fewest, $"{_attempts.Count}");
        Assert.All(Enum.GetValues<AttemptPlace>(), place => Assert.True(_attempts.Count(a => a.File.Place == place) >= 15, $"{place}"));
    }

    [Fact]
    public void No_text_is_tried_twice_in_the_same_place()
        => Assert.Empty(_attempts.GroupBy(a => (a.File.Class, Rest(a))).Where(g => g.Count() > 1).Select(g => g.First().Id));

    [Fact]
    public void Every_attempt_is_asked_by_a_role_that_exists_about_something_of_its_own()
    {
        Assert.Empty(_attempts.Select(a => a.As).Except(RoleNames.All));
        Assert.Equal(_attempts.Count, _attempts.Select(a => a.Subject).Distinct().Count());
    }

    [Fact]
    public void The_attempts_speak_many_languages_and_scripts()
    {
        var scripts = _attempts.SelectMany(a => a.Row.Text.EnumerateRunes()).Where(r => r.Value > 0x7f && System.Text.Rune.IsLetter(r)).Select(r => r.Value >> 8).Distinct().Count();
        Assert.True(scripts >= 10, scripts.ToString(CultureInfo.InvariantCulture));
        Assert.Contains(_attempts, a => a.Row.Text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.Format));
    }

    private static string Rest(Attempt attempt) => attempt.Row.Text.Replace(attempt.Row.Canary[^4..], string.Empty, StringComparison.Ordinal);
}
