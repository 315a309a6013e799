using Copilot.Odoo.Names;
using Xunit;

namespace Copilot.Tests.Odoo.Names;

public sealed class NameMatchTests
{
    private static readonly string[] Customers =
        ["Nordlicht Logistik GmbH", "Aurélia Santé SAS", "Dorne Industries NV", "Dornwald Feinkost KG", "Baltic Timber OÜ", "Van Houten Chocolade BV", "Helvetia Präzision AG"];

    [Theory]
    [InlineData("Nordlicht Logistik GmbH", "Nordlicht Logistik GmbH")]
    [InlineData("nordlicht", "Nordlicht Logistik GmbH")]
    [InlineData("logistik nordlicht", "Nordlicht Logistik GmbH")]
    [InlineData("AURELIA SANTE", "Aurélia Santé SAS")]
    [InlineData("Nordlich Logistk", "Nordlicht Logistik GmbH")]
    [InlineData("Helvetia Prazision", "Helvetia Präzision AG")]
    [InlineData("van houten", "Van Houten Chocolade BV")]
    [InlineData("Dorne", "Dorne Industries NV")]
    public void The_customer_someone_means_is_found(string typed, string expected) => Assert.Equal([expected], Find(typed));

    [Fact]
    public void A_beginning_that_two_share_stays_two() => Assert.Equal(2, Find("Dorn").Count);

    [Theory]
    [InlineData("Zzyzx Holdings")]
    [InlineData("")]
    [InlineData("\"'); DROP TABLE")]
    public void Nobody_is_found_for_a_name_that_nobody_has(string typed) => Assert.Empty(Find(typed));

    [Theory]
    [InlineData("42", "S00042")]
    [InlineData("s42", "S00042")]
    [InlineData("S00042", "S00042")]
    [InlineData("s 42", "S00042")]
    public void Document_numbers_are_found_without_their_zeros(string typed, string expected)
        => Assert.Equal([expected], NameMatch.Best(typed, ["S00042", "S00420", "S04200"], n => [n]));

    [Fact]
    public void An_exact_code_beats_a_longer_one()
        => Assert.Equal(["GLV-NIT-L"], NameMatch.Best("glv nit l", ["GLV-NIT-L", "GLV-NIT-LX"], n => [n]));

    private static IReadOnlyList<string> Find(string typed) => NameMatch.Best(typed, Customers, c => [c]);
}
