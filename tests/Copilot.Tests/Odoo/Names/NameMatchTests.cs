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

    [Theory]
    [InlineData("P00035", "P00034")]
    [InlineData("P0003", "P00034")]
    [InlineData("S5345", "S05354")]
    [InlineData("bearing 6204", "Deep groove ball bearing 6205")]
    [InlineData("BRG-6204-2RS", "BRG-6205-2RS")]
    [InlineData("A1/OUT/00002", "B1/OUT/00002")]
    [InlineData("Q1AE0/OUT/00002", "Q0B1D/OUT/00002")]
    [InlineData("INV/2026/00017", "BILL/2026/00017")]
    [InlineData("bearing 12 34", "bearing 34 1200")]
    public void Another_number_is_never_taken_for_the_one_that_was_named(string typed, string only) => Assert.Empty(NameMatch.Best(typed, [only], n => [n]));

    [Theory]
    [InlineData("brg-6204-2rz", "BRG-6204-2RS")]
    [InlineData("beering hp3390", "Bearing HP-3390")]
    [InlineData("ball beering 6204", "Deep groove ball bearing 6204")]
    public void Letters_may_be_mistyped_around_a_number(string typed, string expected) => Assert.Equal([expected], NameMatch.Best(typed, [expected], n => [n]));

    [Fact]
    public void An_exact_code_beats_a_longer_one()
        => Assert.Equal(["GLV-NIT-L"], NameMatch.Best("glv nit l", ["GLV-NIT-L", "GLV-NIT-LX"], n => [n]));

    private static IReadOnlyList<string> Find(string typed) => NameMatch.Best(typed, Customers, c => [c]);
}
