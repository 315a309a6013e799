using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.IntegrationTests.Host;

/// <summary>A service whose disk is really full: it says so, and goes on when there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private readonly TemporaryFolder folder = new();
    private bool mounted;

    public void Dispose()
    {
        if (mounted)
        {
            // The service has closed its files, but the kernel may be a moment behind.
            Assert.Equal(0, Run("umount", "-l", folder.Path));
        }

        folder.Dispose();
    }

    [SkippableFact]
    public async Task An_upload_to_a_full_disk_is_told_from_a_bad_upload_and_works_again_when_there_is_room()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "A disk of its own can only be mounted on Linux.");
        mounted = Run("mount", "-t", "tmpfs", "-o", $"size={96 * Megabyte}", "tmpfs", folder.Path) == 0;
        Skip.IfNot(mounted, "A small disk can't be mounted here; that needs root.");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await using var house = await CopilotHost.StartAsync(
            new CopilotHostOptions
            {
                Urls = "http://127.0.0.1:0",
                WorkingFolder = RepositoryRoot.Path,
                ReadEnvironment = false,
                LogLevel = LogLevel.None,
                Settings = new Dictionary<string, string?> { ["Copilot:Data"] = folder.Path, ["Copilot:Sandbox:Port"] = "0", ["Copilot:Knowledge:Folder"] = Path.Combine(folder.Path, "no-knowledge") },
            },
            limit.Token);
        using var owner = await SignInAsync(house, limit.Token);
        var filler = Path.Combine(folder.Path, "filler");
        await FillAsync(filler, limit.Token);

        using var refused = await UploadAsync(owner, 8 * Megabyte, limit.Token);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!;
        File.Delete(filler);
        using var taken = await UploadAsync(owner, Megabyte, limit.Token);

        Assert.Equal((507, "urn:distribution-copilot:problem:no-room"), ((int)refused.StatusCode, problem["type"]!.ToString()));
        Assert.Contains("disk of the service is full", problem["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("ready", (await taken.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!["documents"]![0]!["state"]!.ToString());
    }

    private static async Task<HttpClient> SignInAsync(CopilotHost house, CancellationToken cancellationToken)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        using var session = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona = "purchaser" }, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await session.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!.ToString());
        return http;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient owner, int bytes, CancellationToken cancellationToken)
    {
        var line = "Pallets are counted at the gate, and the number is written down.\n"u8.ToArray();
        var text = Enumerable.Repeat(line, bytes / line.Length).SelectMany(l => l).ToArray();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(text), "file", "count.txt" } };
        return await owner.PostAsync("/api/v1/documents", form, cancellationToken);
    }

    /// <summary>Leaves four megabytes: enough for the service's own books, too little for the file.</summary>
    private static async Task FillAsync(string path, CancellationToken cancellationToken)
    {
        var room = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace - (4 * Megabyte);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, Megabyte);
        var block = new byte[Megabyte];
        for (; room > 0; room -= Megabyte)
        {
            await file.WriteAsync(block.AsMemory(0, (int)Math.Min(Megabyte, room)), cancellationToken);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
