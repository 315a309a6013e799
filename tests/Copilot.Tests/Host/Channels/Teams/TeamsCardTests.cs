using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Settings;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.Tests.Host.Channels.Teams;

/// <summary>Series and labels as Teams draws them.</summary>
public sealed class TeamsCardTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void A_forecast_is_drawn_as_lines_with_its_interval_and_every_figure_stands_below()
    {
        var card = Draw(Chart(["2026-10-01", "2026-11-01", "2026-12-01"], new ChartSeries("GLV-NIT-L", [120, 1130.5m, 140], [null, null, 110.25m], [null, null, 170])))!;

        var chart = Element(card, "Chart.Line")!;
        Assert.Equal(("Demand", "Box", "drop"), ((string?)chart["title"], (string?)chart["yAxisTitle"], (string?)chart["fallback"]));
        var line = Assert.Single(chart["data"]!.AsArray())!;
        Assert.Equal("GLV-NIT-L", (string?)line["legend"]);
        Assert.Equal([("2026-10-01", 120m), ("2026-11-01", 1130.5m), ("2026-12-01", 140m)], line["values"]!.AsArray().Select(v => ((string)v!["x"]!, (decimal)v["y"]!)));
        var table = Element(card, "Table")!.ToJsonString();
        foreach (var said in new[] { "GLV-NIT-L (Box)", "1,130.5", "140 (110.25 to 170)", "1 Dec 2026" })
        {
            Assert.Contains(said, table, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_interval_of_two_points_or_more_is_drawn_too()
    {
        var chart = Element(Draw(Chart(["2026-11-01", "2026-12-01"], new ChartSeries("A", [1, 2], [0, 1], [2, 3])))!, "Chart.Line")!;

        Assert.Equal(["A", "A, lowest (80 %)", "A, highest (80 %)"], chart["data"]!.AsArray().Select(l => (string)l!["legend"]!));
    }

    [Theory]
    [InlineData("week 40", "week 41")]
    [InlineData("2026-11-01", "soon")]
    [InlineData("2026-11-01")]
    public void What_is_no_line_over_days_is_a_table_alone(params string[] labels)
    {
        var card = Draw(Chart(labels, new ChartSeries("A", [.. labels.Select((_, i) => (decimal?)i)])))!;

        Assert.Null(Element(card, "Chart.Line"));
        Assert.NotNull(Element(card, "Table"));
    }

    [Fact]
    public void A_gap_is_left_out_of_the_line_and_shown_as_one_in_the_table()
    {
        var card = Draw(Chart(["2026-10-01", "2026-11-01", "2026-12-01"], new ChartSeries("A", [1, null, 3])))!;

        Assert.Equal(["2026-10-01", "2026-12-01"], Element(card, "Chart.Line")!["data"]![0]!["values"]!.AsArray().Select(v => (string)v!["x"]!));
        Assert.Contains("–", Element(card, "Table")!.ToJsonString().Replace("\\u2013", "–", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_series_shows_its_newest_end_and_says_so()
    {
        var labels = Enumerable.Range(0, 300).Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var card = Draw(Chart(labels, new ChartSeries("A", [.. labels.Select((_, i) => (decimal?)i)])))!;

        var values = Element(card, "Chart.Line")!["data"]![0]!["values"]!.AsArray();
        Assert.Equal((120, labels[^1]), (values.Count, (string)values[^1]!["x"]!));
        Assert.Contains("The last 20 of 300 values.", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_passes_the_rules_of_the_channel()
    {
        var message = AnswerMessage.Plain("Demand");
        AnswerMessage.Attach(message, Draw(Chart(["2026-11-01", "2026-12-01"], new ChartSeries("A", [1, 2])))!);
        message["from"] = new JsonObject { ["id"] = "28:bot" };
        message["recipient"] = new JsonObject { ["id"] = "29:person" };
        message["conversation"] = new JsonObject { ["id"] = "a:1" };

        Assert.Empty(ActivityRules.Faults(message));
    }

    [Fact]
    public void A_configured_label_says_how_confidential_answers_are_and_without_one_nothing_is_said()
    {
        var label = new SensitivityLabel("7f1c0000-0000-0000-0000-000000000001", "Confidential", "Not for customers");
        var said = Entity(new AnswerMessage(null, label).Of(Turn(1), personal: true, English)[0])["usageInfo"]!;

        Assert.Equal(("CreativeWork", label.Id, "Confidential", "Not for customers"), ((string?)said["@type"], (string?)said["@id"], (string?)said["name"], (string?)said["description"]));
        Assert.Equal("Confidential", (string?)Entity(new AnswerMessage(null, label with { Description = null }).Of(Turn(1), personal: true, English)[0])["usageInfo"]!["description"]);
        Assert.Null(Entity(new AnswerMessage(null).Of(Turn(1), personal: true, English)[0])["usageInfo"]);
    }

    [Fact]
    public void Of_many_sources_twenty_are_cited_and_each_answer_is_marked_as_made_by_an_AI()
    {
        var message = new AnswerMessage(new Uri("https://copilot.example.com")).Of(Turn(25), personal: true, English)[0];

        var entity = Assert.Single(message["entities"]!.AsArray())!;
        Assert.Equal("AIGeneratedContent", (string?)entity["additionalType"]![0]);
        Assert.Equal(Enumerable.Range(1, 20), entity["citation"]!.AsArray().Select(c => (int)c!["position"]!));
    }

    private static ChartCard Chart(IReadOnlyList<string> labels, params ChartSeries[] series) => new() { Title = "Demand", Labels = labels, Series = series, Unit = "Box" };

    private static JsonObject? Draw(ChartCard card) => DataCards.Of(card, English);

    private static JsonObject? Element(JsonObject card, string type) => card["body"]!.AsArray().Select(e => e!.AsObject()).FirstOrDefault(e => (string?)e["type"] == type);

    private static JsonObject Entity(JsonObject message) => message["entities"]![0]!.AsObject();

    private static Turn Turn(int sources)
    {
        var request = new TurnRequest { TurnId = "t", ConversationId = "c", Question = "q", Caller = Copilot.Host.Identity.Personas.Find(RoleNames.SalesRep)!.ToCaller(), Channel = "teams" };
        return Some.Turn(request, TurnOutcome.Answered) with
        {
            Answer = string.Join(' ', Enumerable.Range(1, sources).Select(i => $"It is late [S{i}].")),
            Sources = [.. Enumerable.Range(1, sources).Select(i => Some.Source with { Id = $"S{i}", Title = $"Sales order S{i:00000}" })],
            Cards = [],
        };
    }
}
