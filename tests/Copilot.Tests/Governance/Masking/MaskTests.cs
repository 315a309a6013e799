using Copilot.Contracts;
using Copilot.Governance.Masking;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Masking;

/// <summary>What a mask promises whatever it hides.</summary>
public sealed class MaskTests : IAsyncLifetime
{
    private const string Text = "Write to sofia.marin@nordlicht.example or call +33 4 7255 0100; account DE89 3704 0044 0532 0130 00. Sofia Marin answers.";

    private readonly GovernanceBench bench = new();

    private static EntityNames Names { get; } = new()
    {
        Entities =
        [
            Entity(SlotKind.Person, "Sofia Marin"),
            Entity(SlotKind.Person, "Bram de Wit"),
            Entity(SlotKind.Customer, "Jean Dupont SARL"),
        ],
        Numbers = [],
        People = ["Jean Dupont", "Ingrid Østergård", "Sofia Marin", "Accounts Payable", "Müller, Anna"],
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public void What_is_hidden_comes_back_to_the_character()
    {
        var mask = Open();
        var hidden = mask.Hide(Text);
        Assert.Matches("^Write to EMAIL_[A-Z2-9]{6} or call PHONE_[A-Z2-9]{6}; account IBAN_[A-Z2-9]{6}\\. PERSON_[A-Z2-9]{6} answers\\.$", hidden);
        Assert.Equal(Text, mask.Restore(hidden));
        Assert.Equal(new Dictionary<string, int> { ["email"] = 1, ["phone"] = 1, ["iban"] = 1, ["person"] = 1 }.OrderBy(p => p.Key), mask.Counts.OrderBy(p => p.Key));
    }

    [Fact]
    public void A_value_has_one_placeholder_in_a_conversation_on_every_node_and_another_in_the_next_conversation()
    {
        var hidden = Open().Hide(Text);
        Assert.Equal(hidden, Open(turn: "t2").Hide(Text));
        Assert.Equal(hidden, bench.Masking().Open(GovernanceBench.Request(), GovernanceBench.Model(), Names).Hide(Text));
        Assert.NotEqual(hidden, Open(conversation: "c2").Hide(Text));
        var other = GovernanceBench.Caller(RoleNames.SalesRep) with { Tenant = "other" };
        Assert.NotEqual(hidden, bench.Masking().Open(GovernanceBench.Request(caller: other), GovernanceBench.Model(), Names).Hide(Text));
    }

    [Fact]
    public void The_same_value_written_in_two_ways_is_one_value()
    {
        var hidden = Open().Hide("+33 4 7255 0100 = +33-4-72-55-01-00; DE89370400440532013000 = DE89 3704 0044 0532 0130 00; A.B@x.example = a.b@X.example; SOFIA MARIN = Sofia Marin");
        Assert.All(hidden.Split("; "), pair => Assert.Equal(pair.Split(" = ")[0], pair.Split(" = ")[1]));
    }

    [Fact]
    public void Hiding_twice_hides_once()
    {
        var mask = Open();
        var once = mask.Hide(Text + " password: hunter2xyz and margin 12.5 %");
        Assert.Equal(once, mask.Hide(once));
    }

    [Fact]
    public void Placeholders_come_back_however_a_model_writes_them()
    {
        var mask = Open();
        var place = mask.Hide("a@b.example");
        Assert.Equal("a@b.example, a@b.example. a@b.example's (a@b.example)", mask.Restore($"{place}, {place.ToLowerInvariant()}. {place.Replace("_", "\\_", StringComparison.Ordinal)}'s ({place})"));
    }

    [Fact]
    public void Placeholders_that_were_not_given_out_stay()
    {
        var mask = Open();
        var place = mask.Hide("a@b.example");
        Assert.Equal($"EMAIL_ZZZZZZ {place}X X{place} EMAIL_", mask.Restore($"EMAIL_ZZZZZZ {place}X X{place} EMAIL_"));
        Assert.Equal(place, Open().Restore(place));
    }

    [Fact]
    public void A_placeholder_is_one_word()
        => Assert.Matches("^[A-Z]+_[A-Z0-9]+$", Open().Hide("+49 341 5550200"));

    [Fact]
    public void A_model_in_the_house_sees_more()
    {
        var mask = bench.Masking().Open(GovernanceBench.Request(), GovernanceBench.Model(inHouse: true), Names);
        var hidden = mask.Hide(Text);
        Assert.Contains("sofia.marin@nordlicht.example", hidden, StringComparison.Ordinal);
        Assert.Contains("Sofia Marin", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("0532", hidden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ask Sofia Marin about it", "Ask # about it")]
    [InlineData("ask sofia marin", "ask #")]
    [InlineData("Marin, Sofia", "#")]
    [InlineData("the orders of Bram de Wit.", "the orders of #.")]
    [InlineData("De Wit, Bram", "#")]
    [InlineData("Mr de Wit called", "Mr # called")]
    [InlineData("Frau Müller ruft an", "Frau # ruft an")]
    [InlineData("Anna Mueller", "Anna Mueller")]
    [InlineData("S. Marin signed", "# signed")]
    [InlineData("T. Marin signed", "T. Marin signed")]
    [InlineData("Dear Sofia,", "Dear #,")]
    [InlineData("INGRID OSTERGARD", "#")]
    [InlineData("Ingrid\u00A0Østergård's order", "#'s order")]
    [InlineData("Sofia is a town", "Sofia is a town")]
    [InlineData("the Marin pump", "the Marin pump")]
    [InlineData("Jean Dupont SARL ordered", "Jean Dupont SARL ordered")]
    [InlineData("Jean Dupont ordered", "# ordered")]
    [InlineData("Accounts Payable team", "Accounts Payable team")]
    [InlineData("Sofia Marina", "Sofia Marina")]
    public void Persons_of_the_books_are_hidden_and_other_words_are_not(string text, string hidden)
        => Assert.Equal(hidden, System.Text.RegularExpressions.Regex.Replace(Open().Hide(text), "PERSON_[A-Z0-9]+", "#"));

    [Theory]
    [InlineData("The unit price is 12.50 EUR from 100 pieces", "The unit price is # from 100 pieces")]
    [InlineData("Preis: € 1.234,50 je Karton", "Preis: # je Karton")]
    [InlineData("margin floor of 18 % for class A", "margin floor of # for class A")]
    [InlineData("Marge 22,5 %, Rabatt 3 %", "Marge #, Rabatt #")]
    [InlineData("| SKU | Price | Stock |\n| --- | --- | --- |\n| GLV-NIT-L | 4.20 EUR | 1,240 |", "| SKU | Price | Stock |\n| --- | --- | --- |\n| GLV-NIT-L | # | 1,240 |")]
    [InlineData("The price list of 2026-03-01 has 42 items", "The price list of 2026-03-01 has 42 items")]
    [InlineData("Freight is 45.00 EUR. Nothing else.", "Freight is 45.00 EUR. Nothing else.")]
    [InlineData("Prices of GLV-NIT-L rise. Order S00042 waits", "Prices of GLV-NIT-L rise. Order S00042 waits")]
    public void Prices_and_margins_are_hidden_where_the_policies_say_so(string text, string hidden)
    {
        var policies = GovernanceBench.Policies with { Cloud = new ModelRules(GovernanceBench.Policies.Cloud.MayRead, [MaskClass.Price, MaskClass.Margin]) };
        var mask = bench.Masking(policies).Open(GovernanceBench.Request(), GovernanceBench.Model(), Names);
        var shown = mask.Hide(text);
        Assert.Equal(hidden, System.Text.RegularExpressions.Regex.Replace(shown, "(PRICE|MARGIN)_[A-Z0-9]+", "#"));
        Assert.Equal(text, mask.Restore(shown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("\uD800 lone \uDC00 halves a@\uD800.example")]
    [InlineData("@@@@ @.@ a@ @b a@b a@.b a@b. +++ ((( 0 00 000")]
    [InlineData("\0\u0001\uFFFF")]
    [InlineData("数量 10 联系 电话")]
    [InlineData("اتصل بنا على")]
    public void Text_of_any_kind_comes_back_as_it_was(string text)
    {
        var mask = Open();
        Assert.Equal(text, mask.Restore(mask.Hide(text)));
    }

    [Fact]
    public void Many_values_each_have_a_placeholder_of_their_own()
    {
        var mask = Open();
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"person{i}@firm.example"));
        var hidden = mask.Hide(text);
        Assert.Equal(20_000, hidden.Split(' ').Distinct().Count());
        Assert.Equal(text, mask.Restore(hidden));
        Assert.Equal(20_000, mask.Counts["email"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("(0")]
    [InlineData("a@")]
    [InlineData("@a.")]
    [InlineData("DE89 ")]
    [InlineData("A1")]
    [InlineData("Sofia ")]
    [InlineData("price 1 ")]
    [InlineData("price price margin ")]
    [InlineData("| price ")]
    [InlineData("password:")]
    [InlineData("eyJ")]
    [InlineData("-----BEGIN ")]
    [InlineData("a://b:c")]
    public void Hostile_repetition_is_read_once_and_not_again_and_again(string piece)
    {
        // A walk that began anew at each place would not come to the end of this.
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        var mask = Open();
        Assert.Equal(text, mask.Restore(mask.Hide(text)));
    }

    private IMask Open(string turn = "t1", string conversation = "c1")
        => bench.Masking().Open(GovernanceBench.Request(turn: turn, conversation: conversation), GovernanceBench.Model(), Names);

    private static EntityName Entity(SlotKind kind, string name) => new() { Kind = kind, Record = new RecordRef("x", 1), Canonical = name, Name = name };
}
