using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What the web chat shows, over its hub.</summary>
public sealed class HubFaceTests(FaceHouse house) : FaceContract, IClassFixture<FaceHouse>
{
    internal override ScriptedRunner Runner => house.Runner;

    internal override IServiceProvider Services => house.Services;

    internal override PracticeWriter Todo => house.Todo;

    protected override async Task<Showing> AskAsync(string question, string language = "en")
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        return await HubShowing.BeginAsync(house.Address, await TestHouse.TokenAsync(client), question, language);
    }
}
