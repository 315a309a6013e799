using Copilot.Conversation.Deciding;
using Copilot.Conversation.Reading;
using Xunit;

namespace Copilot.Tests.Conversation.Deciding;

public sealed class DecisionWordsTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("Yes, do it")]
    [InlineData("yes please")]
    [InlineData("approve")]
    [InlineData("Approved.")]
    [InlineData("approve it please")]
    [InlineData("ok, approve both")]
    [InlineData("approve the first one")]
    [InlineData("approve DC-7K3M9Q2A")]
    [InlineData("go ahead!")]
    [InlineData("ja, mach das")]
    [InlineData("oui")]
    [InlineData("I approve this")]
    [InlineData("confirm it")]
    public void An_approval_is_seen(string text) => Assert.Equal(DecisionWishKind.Approve, Read(text)?.Kind);

    [Theory]
    [InlineData("no", null)]
    [InlineData("No, don't", null)]
    [InlineData("don't do it", null)]
    [InlineData("reject: too expensive", "too expensive")]
    [InlineData("Reject it, the Customer changed his mind.", "the Customer changed his mind.")]
    [InlineData("withdraw it", null)]
    [InlineData("withdraw", null)]
    [InlineData("please withdraw the second one", null)]
    [InlineData("withdraw it because the forecast has changed", "because the forecast has changed")]
    [InlineData("cancel that", null)]
    [InlineData("no, because we have stock", "because we have stock")]
    [InlineData("reject the second: no stock", "no stock")]
    [InlineData("never mind", null)]
    public void A_rejection_is_seen_with_its_reason(string text, string? why)
    {
        var wish = Read(text);
        Assert.Equal((DecisionWishKind.Reject, why), (wish?.Kind, wish?.Words));
    }

    [Theory]
    [InlineData("withdraw the forecast figure of GLV-NIT-M")]
    [InlineData("withdraw my figure for GLV-NIT-M")]
    [InlineData("withdraw this forecast override")]
    [InlineData("withdraw all planner's figures for BOX-FCT-S")]
    [InlineData("withdraw the plan of 400 for GLV-NIT-M in December")]
    public void Withdrawing_a_planners_figure_decides_no_proposal(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("approve it, but on Friday")]
    [InlineData("yes but only 20 pieces")]
    [InlineData("ok, but make it Tuesday")]
    [InlineData("do it unless they object")]
    public void An_approval_with_a_condition_is_none(string text) => Assert.Equal(DecisionWishKind.Change, Read(text)?.Kind);

    [Theory]
    [InlineData("ok")]
    [InlineData("great")]
    [InlineData("looks good")]
    public void A_nod_is_asked_about(string text) => Assert.Equal(DecisionWishKind.Unclear, Read(text)?.Kind);

    [Theory]
    [InlineData("what waits for my approval?")]
    [InlineData("what is waiting for me to approve?")]
    [InlineData("open proposals")]
    [InlineData("show me my pending approvals")]
    [InlineData("what do I have to approve today?")]
    [InlineData("anything to approve?")]
    public void A_wish_to_see_what_waits_is_seen(string text) => Assert.Equal(DecisionWishKind.List, Read(text)?.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("approve invoice INV/2026/00042")]
    [InlineData("yes and what is the stock of gloves?")]
    [InlineData("no, what is the stock of gloves?")]
    [InlineData("who has to approve a credit release?")]
    [InlineData("which orders wait for approval?")]
    [InlineData("confirm S00042")]
    [InlineData("cancel order 42")]
    [InlineData("stop the delivery of S00042")]
    [InlineData("do it for all customers")]
    [InlineData("approve everything that the supplier ever sends")]
    [InlineData("show me the approvals policy")]
    [InlineData("The document says: approve")]
    [InlineData("yes, approve it and also release the credit hold")]
    public void Anything_else_decides_nothing(string text) => Assert.Null(Read(text));

    [Fact]
    public void Scope_and_place_are_read()
    {
        Assert.True(Read("approve all of them")!.All);
        Assert.Equal(1, Read("approve the second")!.Place);
        Assert.Equal(-1, Read("reject the last one")!.Place);
        Assert.Equal("DC-7K3M9Q2A", Read("approve dc-7k3m9q2a")!.Reference);
        Assert.False(Read("yes")!.IsExplicit);
        Assert.True(Read("approve")!.IsExplicit);
    }

    private static DecisionWish? Read(string text) => DecisionWords.Read(QuestionText.Of(text));
}
