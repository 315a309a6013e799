using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Copilot.Host.Channels.Teams.Package;

/// <summary>The limits that the published schema (1.22) sets to what we use of a manifest. Teams says only "the manifest is invalid"; this says what.</summary>
internal static partial class ManifestRules
{
    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    /// <summary>Finds what is wrong with a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <returns>The faults; none when it can be uploaded.</returns>
    public static IReadOnlyList<string> Faults(JsonObject manifest)
    {
        List<string> faults = [];
        Text(faults, manifest, "version", 256);
        Require(faults, Version().IsMatch((string?)manifest["version"] ?? string.Empty), "version must be three numbers, such as 1.0.0, none with a leading zero");
        Require(faults, Guid.TryParse((string?)manifest["id"], out _), "id must be a GUID");
        Text(faults, manifest["developer"], "name", 32);
        foreach (var address in (string[])["websiteUrl", "privacyUrl", "termsOfUseUrl"])
        {
            Text(faults, manifest["developer"], address, 2048);
            Require(faults, Uri.TryCreate((string?)manifest["developer"]?[address], UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps, $"{address} must be an https address");
        }

        Text(faults, manifest["name"], "short", 30);
        Text(faults, manifest["name"], "full", 100);
        Text(faults, manifest["description"], "short", 80);
        Text(faults, manifest["description"], "full", 4000);
        Text(faults, manifest["icons"], "color", 2048);
        Text(faults, manifest["icons"], "outline", 2048);
        Require(faults, Colour().IsMatch((string?)manifest["accentColor"] ?? string.Empty), "accentColor must be written as #RRGGBB");
        Require(faults, manifest["bots"] is JsonArray { Count: 1 }, "there must be one bot");
        foreach (var bot in manifest["bots"]?.AsArray() ?? [])
        {
            Bot(faults, bot!);
        }

        var domains = manifest["validDomains"]?.AsArray() ?? [];
        Require(faults, domains.Count <= 16 && domains.All(domain => Uri.CheckHostName((string?)domain) is UriHostNameType.Dns), "validDomains must be at most 16 names of hosts, without https://");
        return faults;
    }

    private static void Bot(List<string> faults, JsonNode bot)
    {
        Require(faults, Guid.TryParse((string?)bot["botId"], out _), "botId must be a GUID");
        Require(faults, Valid(bot["scopes"]), "scopes must be of personal, team, groupChat");
        var lists = bot["commandLists"]?.AsArray() ?? [];
        Require(faults, lists.Count <= 3, "there may be three lists of commands");
        foreach (var list in lists)
        {
            Require(faults, Valid(list!["scopes"]), "scopes of commands must be of personal, team, groupChat");
            var commands = list["commands"]?.AsArray() ?? [];
            Require(faults, commands.Count is > 0 and <= 10, "a list has one to ten commands");
            foreach (var command in commands)
            {
                Text(faults, command, "title", 128);
                Text(faults, command, "description", 4000);
            }
        }
    }

    private static bool Valid(JsonNode? scopes) => scopes is JsonArray { Count: > 0 and <= 3 } named && named.All(scope => Scopes.Contains((string?)scope));

    private static void Text(List<string> faults, JsonNode? node, string name, int most)
    {
        var text = (string?)node?[name];
        Require(faults, text is { Length: > 0 }, $"{name} is missing");
        Require(faults, !(text?.Length > most), $"{name} has {text?.Length} characters, at most {most} are possible");
    }

    private static void Require(List<string> faults, bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
    private static partial Regex Version();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
