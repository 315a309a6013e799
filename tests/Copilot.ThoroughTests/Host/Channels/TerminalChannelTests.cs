using System.Text.Json;
using Copilot.Host.Commands;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>The terminal: <c>copilot ask --json</c> keeps the promises of the other channels.</summary>
public sealed class TerminalChannelTests(TestHouse house) : ChannelContract(house), IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override async Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, House = TestHouse.Options(folder) };
        string[] conversation = conversationId is null ? [] : ["--conversation", conversationId];
        await CopilotCommands.RunAsync(["ask", question, "--as", "sales-rep", "--json", .. conversation], terminal, CancellationToken.None);
        var said = output.ToString();
        return said.Length > 0 ? ([AsEvent(said)], null) : ([], error.ToString());
    }
}
