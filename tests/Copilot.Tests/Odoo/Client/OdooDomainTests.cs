using System.Text.Json;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooDomainTests
{
    [Fact]
    public void Conditions_join_in_prefix_notation()
        => Assert.Equal(
            """["\u0026","|",["a","=",1],["b","=",2],["c","in",[3,4]]]""",
            Json(OdooDomain.Where("a", "=", 1).Or("b", "=", 2).And("c", "in", new[] { 3, 4 })));

    [Fact]
    public void A_negation_covers_the_whole_domain()
        => Assert.Equal("""["!","\u0026",["a","=",1],["b","=",2]]""", Json(OdooDomain.Where("a", "=", 1).And("b", "=", 2).Not()));

    [Fact]
    public void Everything_is_neutral_for_and_and_swallows_or()
    {
        Assert.Equal("""[["a","=",1]]""", Json(OdooDomain.All.And("a", "=", 1)));
        Assert.Equal("""[["a","=",1]]""", Json(OdooDomain.Where("a", "=", 1).And(OdooDomain.All)));
        Assert.Equal("[]", Json(OdooDomain.Where("a", "=", 1).Or(OdooDomain.All)));
        Assert.Throws<InvalidOperationException>(() => OdooDomain.All.Not());
    }

    [Theory]
    [InlineData("")]
    [InlineData("name; drop table x")]
    [InlineData("name'")]
    [InlineData("Name")]
    [InlineData("a b")]
    [InlineData("a\"]")]
    [InlineData("näme")]
    public void A_field_is_a_name_or_a_path_and_nothing_else(string field)
        => Assert.Throws<ArgumentException>(() => OdooDomain.Where(field, "=", 1));

    [Theory]
    [InlineData("any")]
    [InlineData("=?")]
    [InlineData("= 1) or (1")]
    [InlineData("")]
    public void An_operator_is_one_of_the_known_ones(string op)
        => Assert.Throws<ArgumentException>(() => OdooDomain.Where("name", op, 1));

    [Fact]
    public void A_value_stays_a_value_whatever_it_holds()
    {
        var wicked = """x"],"|",["id","!=",0""";

        var terms = JsonDocument.Parse(Json(OdooDomain.Where("name", "=", wicked))).RootElement;

        Assert.Equal(1, terms.GetArrayLength());
        Assert.Equal(wicked, terms[0][2].GetString());
    }

    [Fact]
    public void Values_travel_in_the_forms_odoo_reads()
    {
        Assert.Equal("""[["a","=","2031-05-06 07:08:09"]]""", Json(OdooDomain.Where("a", "=", new DateTimeOffset(2031, 5, 6, 9, 8, 9, TimeSpan.FromHours(2)))));
        Assert.Equal("""[["a","=","2031-05-06"]]""", Json(OdooDomain.Where("a", "=", new DateOnly(2031, 5, 6))));
        Assert.Equal("""[["a","=",false]]""", Json(OdooDomain.Where("a", "=", null)));
        Assert.Equal("""[["a","in",[1,"x",false]]]""", Json(OdooDomain.Where("a", "in", new object?[] { 1, "x", null })));
        Assert.Throws<ArgumentException>(() => OdooDomain.Where("a", "=", new Uri("http://x")));
    }

    private static string Json(OdooDomain domain) => JsonSerializer.Serialize(domain.Terms);
}
