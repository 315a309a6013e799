using Copilot.Conversation.Routing;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Conversation.Routing;

public sealed class TerseExamplesTests
{
    [Fact]
    public void The_words_of_a_person_in_a_hurry_are_learnt_too()
        => Assert.Contains("lots {product} expire first", Texts(new RoutingExample("t", "which lots of the {product} do expire first")));

    [Theory]
    [InlineData("help")]
    [InlineData("{product} {warehouse}")]
    public void What_is_terse_already_is_learnt_once(string text) => Assert.Equal([text], Texts(new RoutingExample("t", text)));

    [Fact]
    public void What_a_tool_is_not_asked_is_left_as_it_is() => Assert.Single(TerseExamples.With([new RoutingExample("t", "which lots of the {product} do expire", IsNot: true)]));

    [Fact]
    public void A_quantity_in_an_example_is_the_number_that_people_write()
        => Assert.Equal(Features.Words("can I sell 50 of {product}"), Features.Words("can I sell {quantity} of {product}"));

    // A file that ends with its short list of what is not meant invites examples to be added below it, where they teach the opposite.
    [Fact]
    public void Lists_of_what_is_not_meant_are_short()
        => Assert.All(RoutingFiles.Read(RepositoryRoot.Join("prompts")).GroupBy(e => e.Label), g => Assert.InRange(g.Count(e => e.IsNot), 0, g.Count(e => !e.IsNot) / 3));

    private static IEnumerable<string> Texts(RoutingExample example) => TerseExamples.With([example]).Select(e => e.Text);
}
