using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Copilot.Testing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Copilot.Tests.Deployment;

/// <summary>Holds the compose file to what it promises; where a compose client is installed it is asked, too.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Profiles = ["small", "full"];

    [Fact]
    public void Every_service_belongs_to_a_profile_and_both_profiles_have_the_service_itself()
    {
        Assert.All(Services(), s => Assert.All(List(s.Value, "profiles"), p => Assert.Contains(p, Profiles)));
        Assert.Equal(["copilot"], InProfile("small"));
        Assert.Equal(["copilot-full", "odoo", "ollama", "postgres", "qdrant"], InProfile("full"));
    }

    [Fact]
    public void Ports_are_open_on_this_machine_only()
        => Assert.All(Services().Values.SelectMany(s => List(s, "ports")), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    [Fact]
    public void Every_setting_that_is_used_is_documented()
    {
        var documented = File.ReadAllText(RepositoryRoot.Join("docs", "configuration.md"));
        var used = Regex.Matches(File.ReadAllText(ComposeFile), "Copilot__[A-Za-z0-9_]+").Select(m => Regex.Replace(m.Value, "__[0-9]+__", "__N__")).Distinct().ToList();
        Assert.NotEmpty(used);
        Assert.All(used, key => Assert.True(
            documented.Contains(key, StringComparison.Ordinal)
                || documented.Contains("`__" + key.Split("__")[^1] + "`", StringComparison.Ordinal)
                || documented.Contains(key.Replace("Copilot__", string.Empty, StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal),
            $"{key} is not in docs/configuration.md"));
    }

    [Fact]
    public void What_a_service_waits_for_and_every_volume_exist()
    {
        var services = Services();
        var volumes = ((YamlMappingNode)Root().Children[new YamlScalarNode("volumes")]).Children.Keys.Select(k => ((YamlScalarNode)k).Value).ToHashSet();
        Assert.All(services.Values, service =>
        {
            Assert.All(Keys(service, "depends_on"), name => Assert.Contains(name, services.Keys));
            Assert.All(List(service, "volumes"), volume =>
            {
                var from = volume.Split(':')[0];
                Assert.True(from.StartsWith("./", StringComparison.Ordinal) ? Directory.Exists(RepositoryRoot.Join(from[2..])) : volumes.Contains(from), from);
            });
        });
    }

    [SkippableTheory]
    [InlineData("small")]
    [InlineData("full")]
    public async Task The_compose_client_accepts_the_file(string profile)
    {
        Skip.IfNot(await ComposeAsync("version") == 0, "there is no compose client here");
        Assert.Equal(0, await ComposeAsync("-f", ComposeFile, "--profile", profile, "config", "--quiet"));
    }

    private static string ComposeFile => RepositoryRoot.Join("docker-compose.yml");

    private static async Task<int> ComposeAsync(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("docker") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("compose");
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var streams = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            await streams;
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }

    private static List<string> InProfile(string profile) => [.. Services().Where(s => List(s.Value, "profiles").Contains(profile)).Select(s => s.Key).Order(StringComparer.Ordinal)];

    private static Dictionary<string, YamlMappingNode> Services()
        => ((YamlMappingNode)Root().Children[new YamlScalarNode("services")]).Children.ToDictionary(p => ((YamlScalarNode)p.Key).Value!, p => Merged((YamlMappingNode)p.Value));

    private static YamlMappingNode Root()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(ComposeFile)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    // The reader of YAML leaves "<<: *anchor" as an entry.
    private static YamlMappingNode Merged(YamlMappingNode service)
    {
        var merged = new YamlMappingNode();
        foreach (var (key, value) in service.Children.Where(c => c.Key is YamlScalarNode { Value: "<<" }).SelectMany(c => ((YamlMappingNode)c.Value).Children)
            .Concat(service.Children.Where(c => c.Key is not YamlScalarNode { Value: "<<" })))
        {
            merged.Children[key] = value;
        }

        return merged;
    }

    private static IEnumerable<string> List(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlSequenceNode)value).Children.Select(c => ((YamlScalarNode)c).Value!) : [];

    private static IEnumerable<string> Keys(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlMappingNode)value).Children.Keys.Select(c => ((YamlScalarNode)c).Value!) : [];
}
