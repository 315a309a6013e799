using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Testing.Service;

namespace Copilot.Benchmarks.Suites;

/// <summary>Thousands of web chats that only listen and hundreds that ask, at the built program on this machine: whether anything is lost, how fast answers come, and what a line costs.</summary>
internal sealed class ConnectionsSuite : ISuite
{
    private const int Idle = 5000;
    private const int Active = 500;
    private const int Rounds = 3;
    private const int News = 5;
    private const int AtOnce = 100;
    private const double LongestNews = 30_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly string[] Questions = ["How many GLV-NIT-L do we have free in Lyon?", "How many days does a customer have to return goods?", "What will the weather be like in Lyon tomorrow?"];

    public string Name => "connections";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var data = Directory.CreateTempSubdirectory("copilot-bench-lines-").FullName;
        try
        {
            using var process = Start(data);
            try
            {
                await MeasureAsync(process, await AddressAsync(process, limit.Token), report, limit.Token);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task MeasureAsync(Process process, Uri service, Report report, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = service, Timeout = TimeSpan.FromMinutes(1) };
        var (boss, rep) = (await TokenAsync(http, "operations-manager", cancellationToken), await TokenAsync(http, "sales-rep", cancellationToken));
        List<CrowdLine> lines = [];
        try
        {
            var before = Resident(process);
            var started = Clock.Now;
            lines.AddRange(await OpenAsync(service, boss, Idle, cancellationToken));
            report.Add(Line.Single(Name, "5,000 lines opened, lines a second", Idle * 1000 / Clock.Since(started), "1/s"));
            report.Add(Line.Single(Name, "memory of an idle line at the service", (Resident(process) - before) / 1024.0 / Idle, "kB") with { Count = Idle });
            var active = await OpenAsync(service, rep, Active, cancellationToken);
            lines.AddRange(active);
            using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var pinging = PingAsync(lines, alive.Token);

            await NewsAsync(http, boss, lines[..Idle], report, cancellationToken);
            var answers = new Samples();
            var asked = Clock.Now;
            await Task.WhenAll(active.Select((line, i) => Task.Run(() => AskAsync(line, i, answers, cancellationToken), cancellationToken)));
            report.Add(Line.Of(Name, "500 ask at once, whole answer", answers));
            report.Add(Line.Single(Name, "answers a second", Active * Rounds * 1000 / Clock.Since(asked), "1/s"));
            report.Add(Line.Single(Name, "events lost", lines.Sum(l => l.Lost), string.Empty));
            report.Add(Line.Single(Name, "lines broken", lines.Count(l => l.Broken is not null), string.Empty));
            report.Add(Line.Single(Name, "memory of the service at the end", Resident(process) / 1024.0 / 1024, "MB"));
            await alive.CancelAsync();
            await pinging;
        }
        finally
        {
            await Task.WhenAll(lines.Select(line => line.DisposeAsync().AsTask()));
        }
    }

    private static async Task AskAsync(CrowdLine line, int which, Samples answers, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var started = Clock.Now;
            await line.AskAsync(Questions[(which + i) % Questions.Length], cancellationToken);
            lock (answers)
            {
                answers.Add(Clock.Since(started));
            }
        }
    }

    /// <summary>Proposals are made, and each is told to every line of the one who may see them.</summary>
    private async Task NewsAsync(HttpClient http, string token, List<CrowdLine> idle, Report report, CancellationToken cancellationToken)
    {
        var started = Clock.Now;
        for (var i = 1; i <= News; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = JsonContent.Create(new { question = $"Plan a to-do on customer Nordlicht Logistik: call them about pallet {i.ToString(CultureInfo.InvariantCulture)}" }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request, cancellationToken);
            var turn = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
            if (turn["proposals"]!.AsArray().Count == 0)
            {
                throw new InvalidOperationException($"Nothing was proposed: {turn["answer"]}");
            }
        }

        // Against what was proposed, not against what the luckiest line has: pieces come in several rounds, and a yardstick that moves while it is read finds lines behind it that miss nothing.
        var patience = Clock.Now;
        while (idle.Any(line => line.Pushed < News && line.Broken is null) && Clock.Since(patience) < LongestNews)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        report.Add(Line.Single(Name, "five pieces of news at all 5,000 lines after", Clock.Since(started), "ms") with { Count = News });
        report.Add(Line.Single(Name, "lines that missed news", idle.Count(line => line.Pushed != News), string.Empty));
    }

    private static async Task<List<CrowdLine>> OpenAsync(Uri service, string token, int count, CancellationToken cancellationToken)
    {
        List<CrowdLine> lines = [];
        while (lines.Count < count)
        {
            lines.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, count - lines.Count)).Select(_ => CrowdLine.OpenAsync(service, token, cancellationToken))));
        }

        return lines;
    }

    private static async Task PingAsync(IReadOnlyList<CrowdLine> lines, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                foreach (var line in lines.Where(l => l.Broken is null))
                {
                    await line.PingAsync(cancellationToken);
                }

                await Task.Delay(TimeSpan.FromSeconds(8), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // All is measured.
        }
    }

    private static Process Start(string data)
        => Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "copilot.exe" : "copilot"))
        {
            WorkingDirectory = Checkout.Path,
            RedirectStandardOutput = true,
            ArgumentList = { "serve", "--urls", "http://127.0.0.1:0" },
            Environment = { ["Copilot__Data"] = data, ["Copilot__Sandbox__Port"] = "0", ["Copilot__Limits__QuestionsPerMinute"] = "100000", ["Copilot__Limits__RequestsPerMinute"] = "1000000" },
        })!;

    private static async Task<Uri> AddressAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at && line.Contains("ready", StringComparison.OrdinalIgnoreCase))
            {
                return new Uri(line[at..].Trim());
            }
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }

    private static async Task<string> TokenAsync(HttpClient http, string persona, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!;
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
