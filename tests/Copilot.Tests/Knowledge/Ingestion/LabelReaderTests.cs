using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Reading;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

public sealed class LabelReaderTests
{
    [Fact]
    public void A_whole_label_is_read()
    {
        var label = Read("""
            id: agreement-nordlicht
            title: "Supply agreement Nordlicht Logistik GmbH"
            kind: customer-agreement
            revision: 3
            valid_from: 2025-01-01
            valid_to: 2027-12-31
            owner: operations-manager
            readers: [sales-rep, accountant]
            company: Meridian Industrial Supply
            supersedes: agreement-nordlicht-2
            about: [Nordlicht Logistik GmbH]
            """);

        Assert.Equal("agreement-nordlicht", label.Id);
        Assert.Equal("3", label.Revision);
        Assert.Equal(new DateOnly(2027, 12, 31), label.ValidTo);
        Assert.Equal(["sales-rep", "accountant"], label.Readers);
        Assert.Equal(["Meridian Industrial Supply"], label.Companies);
        Assert.Equal(["agreement-nordlicht-2"], label.Supersedes);
        Assert.Equal(["Nordlicht Logistik GmbH"], label.About);
    }

    [Fact]
    public void What_is_not_said_has_defaults()
    {
        var label = Read("readers: all");

        Assert.Equal(("file", "First heading"), (label.Id, label.Title));
        Assert.Equal([DocumentLabel.Everyone], label.Readers);
        Assert.Equal([DocumentLabel.Everyone], label.Companies);
        Assert.Null(label.ValidFrom);
    }

    [Theory]
    [InlineData("title: x", "who may read")]
    [InlineData("readers: []", "line 2")]
    [InlineData("readers: [boss]", "\"boss\" is not a role")]
    [InlineData("readers: all\nvalid_form: 2025-01-01", "line 3: \"valid_form\" is not an entry of the front matter; write \"valid_from\"")]
    [InlineData("readers: all\nvalid_from: 01.03.2025", "line 3: valid_from \"01.03.2025\" is not a date")]
    [InlineData("readers: all\nvalid_from: 2025-03-01\nvalid_to: 2025-02-01", "valid_to lies before valid_from")]
    [InlineData("readers: all\nid: a\nsupersedes: a", "can't supersede itself")]
    [InlineData("readers: all\ntitle: [a, b]", "line 3: title must be one value")]
    [InlineData("readers: [all", "not valid YAML")]
    [InlineData("- a\n- b", "not a list of \"key: value\" lines")]
    [InlineData("readers: all\nreaders: all", "not valid YAML")]
    public void What_is_not_understood_is_refused_with_place_and_repair(string yaml, string message)
        => Assert.Contains(message, Assert.Throws<CopilotException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void Entries_of_other_programs_do_not_matter() => Assert.Equal("x", Read("readers: all\nlayout: post\ntags: [a]\ntitle: x").Title);

    [Fact]
    public void Given_readers_take_the_place_of_the_written_ones()
        => Assert.Equal(["auditor"], LabelReader.Read("readers: all", "file", null, ["auditor"]).Readers);

    [Fact]
    public void Without_front_matter_everyone_may_read() => Assert.Equal([DocumentLabel.Everyone], LabelReader.Read(null, "file", null, null).Readers);

    [Fact]
    public void Front_matter_that_is_never_closed_is_refused()
        => Assert.Contains("not closed", Assert.Throws<CopilotException>(() => FrontMatter.Of("---\nreaders: all\nText\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_at_the_top_is_no_front_matter() => Assert.Null(FrontMatter.Of("---\n\nText below a rule.\n").Yaml);

    private static DocumentLabel Read(string yaml) => LabelReader.Read(yaml, "file", "First heading", null);
}
