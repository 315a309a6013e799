using System.Text.Json;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooRowTests
{
    private readonly OdooRow row = new(JsonDocument.Parse(
        """{"id":7,"text":"x","empty":false,"yes":true,"number":1.5,"moment":"2031-05-06 07:08:09","day":"2031-05-06","link":[3,"Three"],"nameless":[4,false],"links":[1,2],"none":[]}""")
        .RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));

    [Fact]
    public void Values_are_read_by_their_type()
    {
        Assert.Equal(7, row.Id);
        Assert.Equal(("x", 1.5m, true), (row.Text("text"), row.Number("number"), row.Flag("yes")));
        Assert.Equal(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero), row.Moment("moment"));
        Assert.Equal(new DateOnly(2031, 5, 6), row.Date("day"));
        Assert.Equal(new DateOnly(2031, 5, 6), row.Date("moment"));
        Assert.Equal((3, "Three"), row.Link("link"));
        Assert.Equal([1, 2], row.Links("links"));
    }

    [Fact]
    public void A_link_to_a_record_without_a_name_has_an_empty_one()
        => Assert.Equal((4, string.Empty), row.Link("nameless"));

    [Theory]
    [InlineData("empty")]
    [InlineData("missing")]
    public void Empty_and_missing_fields_have_no_value(string field)
    {
        Assert.Null(row.Text(field));
        Assert.Null(row.Moment(field));
        Assert.Null(row.Date(field));
        Assert.Null(row.Link(field));
        Assert.Empty(row.Links(field));
        Assert.Equal(0m, row.Number(field));
        Assert.False(row.Flag(field));
        Assert.Equal(field == "empty", row.Has(field));
    }
}
