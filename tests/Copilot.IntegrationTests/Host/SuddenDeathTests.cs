using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Testing;
using Xunit;

namespace Copilot.IntegrationTests.Host;

/// <summary>The service killed in the middle of turns, again and again, on one store. <c>COPILOT_TEST_KILLS</c> says how often (5).</summary>
public sealed class SuddenDeathTests : IDisposable
{
    private const int TurnsAtOnce = 6;

    private static readonly string[] Questions =
    [
        "Which orders are at risk of missing their promised ship date this week, and why?",
        "stock of GLV-NIT-L",
        "which receipts are late?",
        "What penalty does the agreement with Nordlicht Logistik name for late delivery?",
    ];

    private readonly string data = Directory.CreateTempSubdirectory("copilot-kill-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task The_chain_verifies_and_every_turn_is_whole_or_marked_interrupted()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("COPILOT_TEST_KILLS") ?? "5", CultureInfo.InvariantCulture);
        var chance = new Random(20);
        for (var i = 0; i < kills; i++)
        {
            using var service = await StartAsync();
            var asking = await AskManyAsync(service.Address);

            // Somewhere between the first entry of a turn and the last.
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(0, 400)), TimeProvider.System);
            service.Process.Kill();
            await service.Process.WaitForExitAsync();
            await Task.WhenAll(asking);
        }

        // The last start marks what the last kill left.
        using (var last = await StartAsync())
        {
            last.Process.Kill();
            await last.Process.WaitForExitAsync();
        }

        Assert.Contains("whole", await VerbAsync("audit", "verify"));
        var entries = (await VerbAsync("audit", "export")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var ended = entries.Where(entry => entry["kind"]!.ToString() is "turn_finished" or "turn_interrupted").Select(entry => entry["turnId"]!.ToString()).ToList();
        var begun = entries.Where(entry => entry["kind"]!.ToString() == "turn_started").Select(entry => entry["turnId"]!.ToString()).ToList();
        Assert.NotEmpty(begun);
        Assert.Equal(begun.Order(), ended.Order());
        Assert.Contains(entries, entry => entry["kind"]!.ToString() == "turn_interrupted");
    }

    private static async Task<IReadOnlyList<Task>> AskManyAsync(Uri address)
    {
        using var first = new HttpClient { BaseAddress = address };
        using var response = await first.PostAsJsonAsync("/api/v1/demo/session", new { persona = "operations-manager" });
        var token = (await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.ToString();
        return [.. Enumerable.Range(0, TurnsAtOnce).Select(async i =>
        {
            using var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
            try
            {
                using var answer = await client.PostAsJsonAsync("/api/v1/ask", new { question = Questions[i % Questions.Length] });
            }
            catch (HttpRequestException)
            {
                // The service was killed; that is the point.
            }
        })];
    }

    private async Task<Service> StartAsync()
    {
        var process = Start("serve", "--urls", "http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("ready at ", StringComparison.Ordinal))
            {
                return new Service(process, new Uri(line[(line.IndexOf("ready at ", StringComparison.Ordinal) + 9)..]));
            }
        }

        throw new InvalidOperationException("The service ended before it was ready.");
    }

    private async Task<string> VerbAsync(params string[] words)
    {
        using var process = Start(words);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CopilotHost).Assembly.Location, .. words, "--Copilot:Data=" + data, "--Copilot:Sandbox:Port=0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryRoot.Path,
            Environment = { ["Logging__LogLevel__Default"] = "Error" },
        };
        return Process.Start(start)!;
    }

    private sealed record Service(Process Process, Uri Address) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
