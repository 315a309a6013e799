using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class RecommendedTests
{
    private static readonly NextStep Letter = new("odoo.expedite_receipt", "send the supplier the message below", "Write to the supplier of P00042 about invoice RE-77", """{"purchase_order":"P00042","message":"Dear Kartonwerk,\n\nthe price differs."}""");
    private static readonly NextStep ToDo = new("odoo.schedule_activity", "keep it in view", "Plan a to-do on P00042: clear the differences", """{"purchase_order":"P00042"}""");

    [Theory]
    [InlineData("Write to the supplier of P00042 about invoice RE-77")]
    [InlineData("write to the supplier of p00042 about invoice re-77.")]
    [InlineData("  \"Write to the supplier of P00042 about invoice RE-77\" ")]
    public void Its_own_words_ask_for_it_whatever_the_marks(string question) => Assert.Equal(Letter, Recommended.Find([ToDo, Letter], question));

    [Theory]
    [InlineData("Write to the supplier of P00043 about invoice RE-77")]
    [InlineData("yes")]
    [InlineData("")]
    public void Other_words_do_not(string question) => Assert.Null(Recommended.Find([ToDo, Letter], question));

    [Fact]
    public void It_is_kept_whole_for_the_next_turn()
    {
        var memo = Memo.From((JsonObject)JsonNode.Parse(new Memo { Next = [Letter, ToDo] }.ToJson().ToJsonString())!)!;
        Assert.Equal([Letter, ToDo], memo.Next);
    }

    [Fact]
    public void A_later_turn_without_recommendations_keeps_those_before_it()
    {
        var earlier = new Memo { Next = [Letter] };
        Assert.Equal([Letter], new Memo().After(earlier).Next);
        Assert.Equal([ToDo], new Memo { Next = [ToDo] }.After(earlier).Next);
    }

    [Fact]
    public void A_memo_of_before_has_none()
    {
        var old = new Memo().ToJson();
        old.Remove("next");
        Assert.Empty(Memo.From(old)!.Next);
    }
}
