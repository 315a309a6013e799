using Copilot.Documents.Matching;
using Xunit;

namespace Copilot.Tests.Documents.Matching;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("P00042", "P00042", Reference.Same)]
    [InlineData("p-00042", "P00042", Reference.Same)]
    [InlineData("Your order P00042 of 3 May", "P00042", Reference.Same)]
    [InlineData("P00042/1", "P00042", Reference.Same)]
    [InlineData("PO42", "P00042", Reference.Otherwise)]
    [InlineData("42", "P00042", Reference.Otherwise)]
    [InlineData("POOO42", "P00042", Reference.Otherwise)]
    [InlineData("P0O042", "P00042", Reference.Otherwise)]
    [InlineData("P00024", "P00042", Reference.Slip)]
    [InlineData("P00041", "P00042", Reference.Slip)]
    [InlineData("P01042", "P00042", Reference.Slip)]
    [InlineData("S00042", "P00042", Reference.Slip)]
    [InlineData("P00113", "P00042", 0)]
    [InlineData("4500123", "P00042", 0)]
    [InlineData("", "P00042", 0)]
    [InlineData("see letter", "P00042", 0)]
    public void Numbers_are_compared_the_way_people_write_them(string said, string number, double alike)
        => Assert.Equal(alike, Reference.Alike(said, number));

    [Fact]
    public void Several_numbers_in_one_field_are_each_found()
    {
        const string Said = "P00012, P00015 & P00019";
        Assert.All(new[] { "P00012", "P00015", "P00019" }, n => Assert.Equal(Reference.Same, Reference.Alike(Said, n)));
    }

    [Theory]
    [InlineData("Kartonwerk Sachsen GmbH", "Kartonwerk Sachsen", 0.99)]
    [InlineData("KARTONWERK SACHSEN GMBH & CO. KG", "Kartonwerk Sachsen GmbH", 0.99)]
    [InlineData("Kartonwerk Sachsen Vertrieb", "Kartonwerk Sachsen GmbH", 0.85)]
    [InlineData("Kartonwrk Sachsen", "Kartonwerk Sachsen GmbH", 0.8)]
    public void Names_of_a_company_are_alike(string a, string b, double least) => Assert.InRange(Likeness.OfNames(a, b), least, 1);

    [Theory]
    [InlineData("Tapex NV", "Kartonwerk Sachsen GmbH")]
    [InlineData("Delta Chem SA", "Kugel GmbH")]
    public void Names_of_other_companies_are_not(string a, string b) => Assert.InRange(Likeness.OfNames(a, b), 0, 0.3);

    [Fact]
    public void Sizes_tell_articles_apart()
        => Assert.True(Likeness.OfGoods("Hex bolt M8x40 zinc plated", "Hex bolt zinc plated M8x40") > 0.9 && Likeness.OfGoods("Hex bolt M8x40 zinc plated", "Hex bolt M10x60 zinc plated") < 0.5);
}
