using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A question on its way over the hub.</summary>
internal sealed class HubShowing : EventShowing
{
    private readonly HubLine line;
    private string? refusal;

    private HubShowing(HubLine line, HttpClient rest, string question)
        : base(question) => (this.line, Rest) = (line, rest);

    protected override HttpClient Rest { get; }

    protected override string? Refusal => refusal;

    public static async Task<HubShowing> BeginAsync(Uri house, string token, string question, string? language = null, string? page = null)
    {
        var line = await HubLine.OpenAsync(house, token);
        await line.AskAsync(new JsonObject { ["question"] = question, ["language"] = language });
        var rest = new HttpClient { BaseAddress = house };
        rest.DefaultRequestHeaders.Authorization = new("Bearer", token);
        if ((page ?? language) is { } spoken)
        {
            rest.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", spoken);
        }

        return new HubShowing(line, rest, question);
    }

    public override Task StopAsync() => line.StopAsync();

    public override ValueTask DisposeAsync()
    {
        line.Dispose();
        Rest.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async Task<JsonElement?> NextAsync()
    {
        while (true)
        {
            var message = JsonDocument.Parse(await line.NextAsync()).RootElement;
            switch (message.GetProperty("type").GetInt32())
            {
                case 2:
                    return message.GetProperty("item");
                case 3:
                    refusal = message.TryGetProperty("error", out var error) ? error.GetString() : null;
                    return null;
                default:
                    break;
            }
        }
    }
}
