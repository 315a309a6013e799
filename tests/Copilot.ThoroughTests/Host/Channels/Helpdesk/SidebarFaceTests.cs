using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Testing.Helpdesk;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>What a person in Odoo sees beside a record.</summary>
public sealed class SidebarFaceTests(FaceHouse house) : FaceContract, IClassFixture<FaceHouse>
{
    internal override ScriptedRunner Runner => house.Runner;

    internal override IServiceProvider Services => house.Services;

    internal override PracticeWriter Todo => house.Todo;

    protected override async Task<Showing> AskAsync(string question, string language = "en")
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        // With a question the page says nothing itself: it is the language in which the person uses Odoo.
        var claims = new PracticeOdoo().Claims();
        claims["lang"] = language.Replace('-', '_');
        using var session = await client.PostAsJsonAsync("/api/v1/sidebar/session", new { token = PracticeOdoo.Sign(claims) });
        var token = (await session.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>();
        // With other calls the page sends the language that it took over from Odoo.
        return await HubShowing.BeginAsync(house.Address, token, question, page: language);
    }
}
