using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Testing;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>The ways that the README shows, walked with the words that stand there.</summary>
public sealed partial class ReadmeWalkTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryRoot.Join("README.md"));

    [Fact]
    public async Task The_way_to_teams_leads_from_the_settings_over_the_package_and_the_code_to_an_answer()
    {
        var way = Section("Teams in 15 minutes");
        CopilotHostOptions? options = null;
        await using var house = new Ending(await TeamsHouse.StartAsync(
            o => options = o with { Settings = new Dictionary<string, string?>(o.Settings) { ["Copilot:PublicUrl"] = "https://copilot.example.com" } }));
        var set = options!.Settings.Keys.Select(key => key.Replace(":", "__", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Keys(way).Where(key => !set.Contains(key)));

        var commands = Command().Matches(way).Select(found => Arguments(found.Groups[1].Value)).ToList();
        Assert.Equal([["teams", "package"], ["teams", "invite"]], commands.Select(c => c.Take(2)));
        var said = new List<string>();
        foreach (var command in commands)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await CopilotCommands.RunAsync([.. command], new Terminal { Out = output, Error = error, House = options }, CancellationToken.None);
            Assert.True(code == 0, error.ToString());
            said.Add(output.ToString().Trim());
        }

        using var zip = ZipFile.OpenRead(Directory.GetFiles(options.WorkingFolder, "*.zip").Single());
        using var manifest = zip.GetEntry("manifest.json")!.Open();
        Assert.Equal(options.Settings["Copilot:Teams:AppId"], (string?)JsonNode.Parse(manifest)!["bots"]![0]!["botId"]);

        var teams = house.House.Teams;
        await teams.BringAsync(teams.Message(said[^1]));
        Assert.StartsWith("Hello", (await teams.NextMessageAsync()).Text, StringComparison.Ordinal);
        await teams.BringAsync(teams.Message("Where is it?"));
        Assert.StartsWith("It is late [1]", (await teams.NextMessageAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_way_to_the_sidebar_names_is_there()
    {
        var way = Section("Sidebar in 10 minutes");
        var addon = RepositoryRoot.Join(Regex.Match(way, "`(src/[^`]+)`").Groups[1].Value);
        var manifest = File.ReadAllText(Path.Combine(addon, "__manifest__.py"));
        var view = File.ReadAllText(Path.Combine(addon, "views", "res_config_settings_views.xml"));
        var fields = File.ReadAllText(Path.Combine(addon, "models", "res_config_settings.py"));

        Assert.Contains("'name': 'Distribution Copilot'", manifest, StringComparison.Ordinal);
        Assert.Contains("<h2>Distribution Copilot</h2>", view, StringComparison.Ordinal);
        Assert.Contains("'Address of the copilot'", fields, StringComparison.Ordinal);

        // What hides its letters can't be copied, and what is no application is not among the applications that Odoo lists at first.
        Assert.DoesNotContain("password", view, StringComparison.Ordinal);
        Assert.Contains("'application': True", manifest, StringComparison.Ordinal);
        var known = File.ReadAllText(RepositoryRoot.Join("docs", "configuration.md"));
        Assert.Equal([], Keys(way).Where(key => !known.Contains($"`{key}`", StringComparison.Ordinal) && !known.Contains($"`{key[key.LastIndexOf("__", StringComparison.Ordinal)..]}`", StringComparison.Ordinal)));
    }

    private static string Section(string heading)
    {
        var from = Readme.IndexOf("### " + heading, StringComparison.Ordinal);
        Assert.True(from >= 0, $"README has no section '{heading}'.");
        var to = Readme.IndexOf("\n#", from + 4, StringComparison.Ordinal);
        return Readme[from..(to < 0 ? Readme.Length : to)];
    }

    /// <summary>Keys in full; one that goes on from the key before ("`Copilot__Odoo__Url`, `__Database`") is put together.</summary>
    private static List<string> Keys(string section)
    {
        var keys = new List<string>();
        foreach (var name in Key().Matches(section).Select(found => found.Groups[1].Value))
        {
            keys.Add(name.StartsWith("__", StringComparison.Ordinal) ? keys[^1][..keys[^1].LastIndexOf("__", StringComparison.Ordinal)] + name : name);
        }

        return keys;
    }

    private static List<string> Arguments(string line) => [.. Regex.Matches(line, "\"([^\"]*)\"|(\\S+)").Select(part => part.Groups[1].Success ? part.Groups[1].Value : part.Groups[2].Value)];

    [GeneratedRegex("`dotnet run --project src/Copilot\\.Host -- ([^`]+)`")]
    private static partial Regex Command();

    [GeneratedRegex("`((?:Copilot)?__[A-Za-z_]+)`")]
    private static partial Regex Key();

    private sealed class Ending(TeamsHouse house) : IAsyncDisposable
    {
        public TeamsHouse House => house;

        public async ValueTask DisposeAsync() => await house.DisposeAsync();
    }
}
