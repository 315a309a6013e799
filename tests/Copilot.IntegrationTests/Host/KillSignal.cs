using System.Text.Json.Nodes;

namespace Copilot.IntegrationTests.Host;

/// <summary>Tells the one who kills that the first event of a kind was seen, by any asker.</summary>
internal sealed class KillSignal(string type)
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Heard => _heard.Task;

    public void Note(JsonObject update)
    {
        if (update["type"]!.GetValue<string>() == type)
        {
            _heard.TrySetResult();
        }
    }
}
