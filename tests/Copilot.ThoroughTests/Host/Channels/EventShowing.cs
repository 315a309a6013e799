using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A question whose events arrive one by one, as a client of the hub or of the event stream draws them.</summary>
internal abstract class EventShowing(string question) : Showing
{
    private string? turnId;
    private string? conversationId;

    /// <summary>Gets what the same person signs in with elsewhere.</summary>
    protected abstract HttpClient Rest { get; }

    /// <summary>Waits for the next event; null when there is none any more.</summary>
    protected abstract Task<JsonElement?> NextAsync();

    /// <summary>Gets the text of a refusal, or null.</summary>
    protected virtual string? Refusal => null;

    public override async Task<string> FirstSignAsync()
    {
        // A turn that says nothing shows only what it does.
        var sign = question == ScriptedRunner.Waits ? "status" : "token";
        while (await NextAsync() is { } update)
        {
            if (update.GetProperty("type").GetString() == sign)
            {
                return update.GetProperty("text").GetString()!;
            }
        }

        throw new InvalidOperationException("The turn ended without a sign.");
    }

    public override async Task<ShownTurn> EndAsync()
    {
        while (await NextAsync() is { } update)
        {
            if (update.GetProperty("type").GetString() == "turn")
            {
                var turn = update.GetProperty("turn");
                turnId = turn.GetProperty("turnId").GetString();
                conversationId = turn.GetProperty("conversationId").GetString();
                return new ShownTurn(
                    turn.GetProperty("answer").GetString()!,
                    [.. turn.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("title").GetString()!)],
                    turn.GetProperty("cards").GetRawText(),
                    [.. turn.GetProperty("proposals").EnumerateArray().Select(p => p.GetProperty("summary").GetString()!)]);
            }
        }

        return new ShownTurn(Refusal ?? throw new InvalidOperationException("The turn never ended."), [], string.Empty, []);
    }

    public override async Task DislikeAsync(string comment)
    {
        using var answer = await Rest.PostAsJsonAsync($"/api/v1/turns/{turnId}/feedback", new { rating = "down", reason = "wrong", comment });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public override async Task<string> HandOverAsync(string person, string note)
    {
        using var answer = await Rest.PostAsJsonAsync($"/api/v1/conversations/{conversationId}/hand-over", new { person, note });
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return told.GetProperty(answer.StatusCode == HttpStatusCode.Created ? "summary" : "detail").GetString()!;
    }
}
