using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Teams.Package;

/// <summary>The app as Teams takes it: a zip with the manifest and two icons.</summary>
internal static class TeamsPackage
{
    private const string Template = "Copilot.Host.teams.manifest.json";
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    // A zip made twice from the same things is the same zip.
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the package.</summary>
    /// <param name="appId">The bot's application id.</param>
    /// <param name="address">Where people reach this service.</param>
    /// <param name="company">Who runs it.</param>
    /// <param name="version">The app's version.</param>
    /// <param name="ssoResource">The Application ID URI for single sign-on, or null without it.</param>
    /// <returns>The zip.</returns>
    /// <exception cref="CopilotException">Teams would not take it; the message says why.</exception>
    public static byte[] Make(string appId, Uri address, string company, string version, string? ssoResource = null)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream(Template) ?? throw new InvalidOperationException($"{Template} is not part of this build.");
        var manifest = JsonNode.Parse(stream)!.AsObject();
        Fill(manifest, new Dictionary<string, string>
        {
            ["{{appId}}"] = appId,
            ["{{address}}"] = address.AbsoluteUri.TrimEnd('/'),
            ["{{domain}}"] = address.Host,
            ["{{company}}"] = company,
            ["{{version}}"] = version,
        });
        if (ssoResource is not null)
        {
            manifest["webApplicationInfo"] = new JsonObject { ["id"] = appId, ["resource"] = ssoResource };
        }

        if (ManifestRules.Faults(manifest) is { Count: > 0 } faults)
        {
            throw new CopilotException("Teams would not take this app:\n" + string.Join('\n', faults.Select(fault => "- " + fault)));
        }

        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", JsonSerializer.SerializeToUtf8Bytes<JsonNode>(manifest, Indented));
            Add(archive, (string)manifest["icons"]!["color"]!, BotIcon.Color());
            Add(archive, (string)manifest["icons"]!["outline"]!, BotIcon.Outline());
        }

        return zip.ToArray();
    }

    private static void Fill(JsonNode? node, Dictionary<string, string> values)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                {
                    members[name] = Filled((string)text!, values);
                }

                Fill(value, values);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                {
                    items[i] = Filled((string)text!, values);
                }
                else
                {
                    Fill(items[i], values);
                }
            }
        }
    }

    private static string Filled(string text, Dictionary<string, string> values) => values.Aggregate(text, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Made;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
