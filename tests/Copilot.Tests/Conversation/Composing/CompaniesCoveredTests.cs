using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Composing;

public sealed class CompaniesCoveredTests
{
    private static readonly Caller Several = PracticeHouse.Caller with { Companies = [new CompanyRef(1, "Meridian Industrial Supply"), new CompanyRef(2, "Meridian Packaging")] };

    [Fact]
    public void Figures_hold_for_the_companies_that_were_looked_at()
        => Assert.Equal("This covers Meridian Industrial Supply and Meridian Packaging.", CompaniesCovered.Of(Several, [Record(new Fact("Net", FactKind.Money, "10.00", "EUR"))], ["€10.00 is open."]));

    [Fact]
    public void A_telephone_number_holds_whatever_the_companies_are()
        => Assert.Null(CompaniesCovered.Of(Several, [Record(new Fact("Phone", FactKind.Text, "+49 50 555 6290"), new Fact("VAT number", FactKind.Code, "DE993449569"))], ["The phone number is +49 50 555 6290."]));

    [Fact]
    public void A_company_that_the_answer_names_is_not_named_again()
        => Assert.Null(CompaniesCovered.Of(Several, [Record(new Fact("Net", FactKind.Money, "10.00", "EUR"))], ["€10.00 is open at Meridian Packaging."]));

    private static Evidence Record(params Fact[] facts)
        => new() { Id = "a:1", Kind = EvidenceKind.Record, Title = "A record", Excerpt = "what it says", AsOf = DateTimeOffset.UnixEpoch, Facts = facts };
}
