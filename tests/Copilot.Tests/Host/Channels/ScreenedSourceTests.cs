using Copilot.Contracts;
using Copilot.Host.Channels.Rest;
using Xunit;

namespace Copilot.Tests.Host.Channels;

public sealed class ScreenedSourceTests
{
    private const string Text = "The margin is 31 %. Damage is reported within 3 days. It costs 12.50 EUR.";

    [Fact]
    public void The_passage_stays_marked_where_figures_around_it_are_hidden()
    {
        var view = ScreenedSource.Of(View(20, 53), Hide);

        Assert.Equal("The margin is hidden %. Damage is reported within 3 days. It costs hidden EUR.", view.Text);
        Assert.Equal("Damage is reported within 3 days.", view.Text![(view.Place!.Start - view.TextStart)..(view.Place.End - view.TextStart)]);
        Assert.Equal(view.Text.Length + 1000, view.TextLength);
        Assert.Contains(ScreenedSource.Note, view.Notes);
    }

    [Fact]
    public void A_passage_whose_end_cuts_a_hidden_figure_is_not_marked()
    {
        var view = ScreenedSource.Of(View(0, 15), Hide);

        Assert.Equal("The margin is hidden %. Damage is reported within 3 days. It costs hidden EUR.", view.Text);
        Assert.Null(view.Place);
    }

    [Fact]
    public void Values_and_the_arithmetic_with_them_are_hidden_by_their_names()
    {
        var cost = new Fact("Unit cost", FactKind.Money, "31.00", "EUR");
        var view = ScreenedSource.Of(
            new SourceView
            {
                Kind = EvidenceKind.Record, Title = "GLV", Facts = [cost, new Fact("On hand", FactKind.Number, "40"), new Fact("Note", FactKind.Text, "It costs 12.50 EUR.")],
                Calculation = new Calculation(CalculationOperation.Sum, [cost], cost, "all of them"),
            },
            Hide);

        Assert.Equal(["On hand: 40", "Note: It costs hidden EUR."], view.Facts.Select(f => $"{f.Name}: {f.Value}"));
        Assert.Null(view.Calculation);
        Assert.Equal([ScreenedSource.Note], view.Notes);
    }

    [Fact]
    public void Where_nothing_is_hidden_nothing_changes()
    {
        var view = View(20, 53);
        Assert.Same(view, ScreenedSource.Of(view, text => text));
    }

    private static string Hide(string text) => text.Replace("31", "hidden", StringComparison.Ordinal).Replace("12.50", "hidden", StringComparison.Ordinal);

    private static SourceView View(int start, int end) => new()
    {
        Kind = EvidenceKind.Passage,
        Title = "SOP 28",
        Text = Text,
        TextStart = 500,
        TextLength = Text.Length + 1000,
        Place = new PassagePlace { DocumentId = "sop-28", Collection = "procedures", HeadingPath = [], Start = 500 + start, End = 500 + end },
    };
}
