using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Speaking;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Conversation;

/// <summary>What the house says of its own accord, in every language it speaks.</summary>
public sealed partial class PhrasesTests
{
    // Put together from parts: names of kinds, states and risks.
    private static readonly string[] Composed =
        ["Which customer do you mean?", "Which supplier do you mean?", "Which product do you mean?", "approved", "rejected", "low", "medium", "high"];

    [Fact]
    public void Each_phrase_is_said_in_six_languages_with_the_same_places()
    {
        Assert.Equal(["en", "de", "fr", "es", "nl", "it"], Phrases.Languages);
        foreach (var phrase in Phrases.All)
        {
            Assert.All(phrase, text => Assert.False(string.IsNullOrWhiteSpace(text), phrase[0]));
            Assert.All(phrase, text => Assert.True(Places(phrase[0]).SequenceEqual(Places(text)), $"{text} has other places than {phrase[0]}"));
            Assert.All(phrase, text => Assert.True(Steering(phrase[0]).SequenceEqual(Steering(text)), $"{text} names other words to write than {phrase[0]}"));
        }
    }

    [Fact]
    public void Each_phrase_is_said_somewhere()
    {
        var sources = Directory.EnumerateFiles(RepositoryRoot.Join("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
        var text = Joint().Replace(string.Join('\n', sources.Select(File.ReadAllText)), string.Empty);

        var unsaid = Phrases.All.Select(p => p[0]).Where(english => !Composed.Contains(english) && !Said(text, english) && !Said(text, "I can " + english));

        Assert.Equal([], unsaid);
    }

    [Fact]
    public void Each_step_that_is_shown_and_each_thing_that_can_be_asked_is_said_in_every_language()
    {
        var sources = Directory.EnumerateFiles(RepositoryRoot.Join("src"), "*Tool.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var steps = sources.SelectMany(s => Status().Matches(s)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(steps.Count > 40);
        Assert.Equal([], steps.Where(step => Phrases.In("fr", step) == step));
        var abilities = sources.SelectMany(s => Ability().Matches(s)).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(abilities.Count > 40);
        Assert.Equal([], abilities.Where(ability => Phrases.In("fr", ability) == ability));
    }

    [Fact]
    public void Each_heading_of_a_card_that_stands_in_the_code_is_said_in_every_language()
    {
        var known = Phrases.All.Select(p => p[0]).ToHashSet(StringComparer.Ordinal);
        var rooms = Directory.EnumerateFiles(RepositoryRoot.Join("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("Copilot.Sandbox", StringComparison.Ordinal) && !f.Contains("Copilot.Host", StringComparison.Ordinal));
        var labels = rooms.SelectMany(f => CardLabel().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(labels.Count > 100);
        Assert.Equal([], labels.Where(label => !known.Contains(label)));
    }

    [Theory]
    [InlineData("de", "Die Frage hat 8.001 Zeichen; höchstens 8.000 sind möglich. Bitte kürzen Sie sie.")]
    [InlineData("en", "The question has 8,001 characters; at most 8,000 are possible. Please shorten it.")]
    [InlineData("pl", "The question has 8,001 characters; at most 8,000 are possible. Please shorten it.")]
    public void Figures_are_written_as_the_language_writes_them(string language, string said)
        => Assert.Equal(said, Phrases.In(language, "The question has {0:N0} characters; at most {1:N0} are possible. Please shorten it.", 8001, 8000));

    [Fact]
    public void What_is_not_known_is_said_as_it_is()
        => Assert.Equal("S00042 is late by {3} days.", Phrases.In("de", "S00042 is late by {3} days."));

    [Fact]
    public void Headings_of_a_table_are_translated_and_its_values_stay()
    {
        var card = new TableCard
        {
            Title = "Orders at risk",
            Columns = [new TableColumn("order", "Order", FactKind.Code), new TableColumn("odd", "Something else", FactKind.Text)],
            Rows = [[JsonValue.Create("Order"), JsonValue.Create("Customer")]],
        };

        var said = (TableCard)CardLabels.In("nl", card);

        Assert.Equal(("Orders in gevaar", "order", "Something else"), (said.Title, said.Columns[0].Key, said.Columns[1].Label));
        Assert.Equal(("Pedidos en riesgo", "Pedido"), (CardLabels.In("es", card).Title, ((TableCard)CardLabels.In("es", card)).Columns[0].Label));
        Assert.Same(card.Rows, said.Rows);
        Assert.Same(card, CardLabels.In("en", card));
    }

    [Fact]
    public void A_refusal_names_its_reason_in_the_reader_s_language()
    {
        var tool = new ToolDefinition { Name = "odoo.margin", Description = "d", Ability = "why the margin changed, broken down into price, cost, mix and volume", Status = "comparing margins of both periods…", Parameters = [], Touches = [DataClass.Sales], MaxRoundTrips = 1 };

        Assert.StartsWith("Das kann ich Ihnen nicht sagen (warum sich die Marge verändert hat", new OwnWords("de").Denied(tool, null), StringComparison.Ordinal);
        Assert.EndsWith("Ihre Rolle erlaubt das nicht.", new OwnWords("de").Denied(tool, null), StringComparison.Ordinal);
        Assert.Equal("I can't tell you why the margin changed, broken down into price, cost, mix and volume: your role does not allow it.", OwnWords.English.Denied(tool, null));
    }

    private static bool Said(string sources, string english) => sources.Contains('"' + english.Replace("\"", "\\\"", StringComparison.Ordinal) + '"', StringComparison.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Steering(string text) => Marked().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    /// <summary>Key figures, titles and columns of cards.</summary>
    [GeneratedRegex("""(?:new KeyFigure\(\s*|\bFigure\(\s*|\bTitle = |(?:new TableColumn|\bnew)\("[a-zA-Z_]+",\s*)"([A-Z][^"{}:]*)"(?:, FactKind|,|\s*[,;}\r\n])""")]
    private static partial Regex CardLabel();

    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex Joint();

    [GeneratedRegex("Ability = \"(?:I can )?([^\"]+)\"")]
    private static partial Regex Ability();

    [GeneratedRegex("Status = \"([^\"]+)\"")]
    private static partial Regex Status();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\*\*[^*]+\*\*|`[^`]+`")]
    private static partial Regex Marked();
}
