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

    [Theory]
    [InlineData("2031-05-06 07:08:09", "2031-05-06T07:08:09")]
    [InlineData("2028-02-29 23:59:59", "2028-02-29T23:59:59")]
    [InlineData("2031-05-06", "2031-05-06T00:00:00")]
    [InlineData("2031-05-06 07:08:09.250000", "2031-05-06T07:08:09.25")]
    [InlineData("2031-02-29 07:08:09", null)]
    [InlineData("2031-13-06 07:08:09", null)]
    [InlineData("2031-05-06 24:08:09", null)]
    [InlineData("2031-05-06 07:60:09", null)]
    [InlineData("2031-05-06T07:08:09", null)]
    [InlineData("2031-05-0x 07:08:09", null)]
    [InlineData("0000-05-06 07:08:09", null)]
    [InlineData("soon, I was told so", null)]
    [InlineData("nächstes Jahr viel.", null)]
    [InlineData("", null)]
    public void A_moment_is_read_in_odoos_forms_and_is_utc(string text, string? moment)
    {
        var read = new OdooRow(new Dictionary<string, JsonElement> { ["at"] = JsonSerializer.SerializeToElement(text) }).Moment("at");

        Assert.Equal(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal), read);
        Assert.True(read is null || read.Value.Offset == TimeSpan.Zero);
    }

    [Fact]
    public void A_field_is_found_by_its_name_however_the_name_was_made()
        => Assert.Equal(7, row.Whole(string.Concat("i", "d".ToLowerInvariant())));
}
