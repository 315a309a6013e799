using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Testing.Helpdesk;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>The sidebar: somebody whom Odoo vouches for, with the record in view, over the hub as the page does it.</summary>
public sealed class SidebarChannelTests(TestHouse house) : ChannelContract(house)
{
    [Fact]
    public async Task The_record_in_view_goes_with_the_question()
    {
        await AskAsync("Where is the order of the sidebar?");

        var asked = House.Runner.Asked.ToArray().Single(turn => turn.Question == "Where is the order of the sidebar?");
        Assert.Equal(("sale.order", 42), (asked.Focus!.Model, asked.Focus.Id));
        Assert.Equal("odoo:7", asked.Caller.Id);
        Assert.Equal("Europe/Lisbon", asked.Caller.TimeZone);
    }

    protected override async Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null)
    {
        using var client = new HttpClient { BaseAddress = House.Address };
        using var session = await client.PostAsJsonAsync("/api/v1/sidebar/session", new { token = new PracticeOdoo().Token() });
        session.EnsureSuccessStatusCode();
        var view = (await session.Content.ReadFromJsonAsync<JsonObject>())!;
        using var line = await HubLine.OpenAsync(House.Address, view["token"]!.GetValue<string>());
        await line.AskAsync(new JsonObject { ["question"] = question, ["conversationId"] = conversationId, ["focus"] = view["about"]!.DeepClone() });
        var (items, error) = await line.ReadStreamAsync();
        return (items, error);
    }
}
