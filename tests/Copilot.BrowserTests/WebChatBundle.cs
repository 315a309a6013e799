using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>Microsoft's Web Chat as one script. Its package alone is fetched, in one version and with its fingerprint: what it would bring along is all in the script.</summary>
internal static class WebChatBundle
{
    private const string Package = "botframework-webchat";
    private const string Version = "4.18.1";
    private const string Fingerprint = "7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";

    /// <summary>Fetches the script where it is not there yet.</summary>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <returns>The script's path, or why there is none.</returns>
    public static async Task<(string? Path, string? MissingBecause)> FetchAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(NpmClients.Folder, "node_modules", ".webchat")).FullName;
        var script = Path.Combine(folder, $"webchat-{Version}.js");
        if (File.Exists(script))
        {
            return (script, null);
        }

        var packed = await NpmClients.NpmAsync(["pack", $"{Package}@{Version}", "--silent", "--pack-destination", folder], cancellationToken);
        if (packed.ExitCode != 0)
        {
            return (null, $"npm pack {Package}@{Version} ended with {packed.ExitCode}: {packed.Error.Trim().Split('\n')[0]}");
        }

        var file = Path.Combine(folder, $"{Package}-{Version}.tgz");
        await using (var archive = File.OpenRead(file))
        {
            var found = Convert.ToBase64String(await SHA512.HashDataAsync(archive, cancellationToken));
            if (found != Fingerprint)
            {
                throw new InvalidOperationException($"{Package}@{Version} is not what it was: its SHA-512 is {found}.");
            }
        }

        await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        await using var tar = new TarReader(stream);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.Name == "package/dist/webchat.js")
            {
                await entry.ExtractToFileAsync(script, overwrite: true, cancellationToken);
                return (script, null);
            }
        }

        throw new InvalidOperationException($"{Package}@{Version} has no dist/webchat.js.");
    }
}
