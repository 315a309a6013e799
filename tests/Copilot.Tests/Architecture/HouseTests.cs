using System.Text.RegularExpressions;
using System.Xml.Linq;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Architecture;

/// <summary>Holds the house to its plan: who may reference whom, with which packages, and how files look.</summary>
public sealed class HouseTests
{
    private static readonly string[] Abstractions =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
        "Microsoft.Extensions.AI.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
    ];

    private static readonly Dictionary<string, (string[] References, string[] Packages)> House = new()
    {
        ["Copilot.Contracts"] = ([], []),
        ["Copilot.Conversation"] = (["Copilot.Contracts"], ["YamlDotNet"]),
        ["Copilot.Documents"] = (["Copilot.Contracts"], ["AngleSharp", "CsvHelper", "DocumentFormat.OpenXml"]),
        ["Copilot.Forecasting"] = (["Copilot.Contracts"], ["MathNet.Numerics", "System.Numerics.Tensors"]),
        ["Copilot.Governance"] = (["Copilot.Contracts"], ["Dapper", "YamlDotNet"]),
        ["Copilot.Knowledge"] = (["Copilot.Contracts"], ["Markdig", "Microsoft.Data.Sqlite.Core", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3", "System.Numerics.Tensors", "YamlDotNet"]),
        ["Copilot.Models"] = (["Copilot.Contracts"], ["Polly.Core"]),
        ["Copilot.Odoo"] = (["Copilot.Contracts"], ["Polly.Core"]),
        ["Copilot.Sandbox"] = ([], []),
        ["Copilot.Host"] = (["*"], ["*"]),
    };

    [Fact]
    public void Every_project_references_only_what_the_table_allows()
        => Assert.Empty(Offences(Projects()));

    [Fact]
    public void The_rule_catches_a_planted_offence()
        => Assert.Equal(
            ["Copilot.Odoo -> Copilot.Knowledge", "Copilot.Odoo uses Dapper"],
            Offences([("Copilot.Odoo", ["Copilot.Contracts", "Copilot.Knowledge"], ["Polly.Core", "Dapper"])]));

    [Fact]
    public void Every_project_on_disk_is_in_the_table_and_the_other_way_round()
        => Assert.Equal(House.Keys.Order(), Projects().Select(p => p.Name).Order());

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
        => Assert.DoesNotContain(SourceFiles(), f => File.ReadLines(f).Count() > 500);

    [Fact]
    public void No_type_is_named_after_nothing()
        => Assert.DoesNotContain(SourceFiles(), f => Regex.IsMatch(
            Path.GetFileNameWithoutExtension(f), "(Manager|Helper|Helpers|Util|Utils|Utility|Common|Misc|Impl|Base|Info)$"));

    [Fact]
    public void A_file_holds_at_most_one_public_type()
        => Assert.DoesNotContain(SourceFiles(), f => Regex.Count(
            File.ReadAllText(f), @"^public (sealed |static |abstract |readonly )*(partial )?(class|record|interface|enum|struct|record struct) ", RegexOptions.Multiline) > 1);

    [Fact]
    public void Nothing_is_left_undone()
        => Assert.DoesNotContain(SourceFiles(), f => Regex.IsMatch(File.ReadAllText(f), @"\b(TODO|FIXME|HACK|NotImplementedException)\b"));

    [Fact]
    public void Only_stores_write_sql()
        => Assert.DoesNotContain(
            SourceFiles().Where(f => !f.Contains("Store", StringComparison.Ordinal) && !f.Contains("Copilot.Sandbox", StringComparison.Ordinal)),
            f => Regex.IsMatch(File.ReadAllText(f), @"""\s*(select\s.+\sfrom|insert\s+into|update\s.+\sset|delete\s+from|create\s+table)\s", RegexOptions.IgnoreCase));

    private static IEnumerable<string> Offences(IEnumerable<(string Name, string[] References, string[] Packages)> projects)
        => projects.SelectMany(p => Offences(p.Name, p.References, p.Packages));

    private static IEnumerable<string> Offences(string name, string[] references, string[] packages)
    {
        var (allowedReferences, allowedPackages) = House[name];
        return references.Where(r => !allowedReferences.Contains("*") && !allowedReferences.Contains(r)).Select(r => $"{name} -> {r}")
            .Concat(packages.Where(p => !allowedPackages.Contains("*") && !allowedPackages.Contains(p) && !Abstractions.Contains(p)).Select(p => $"{name} uses {p}"));
    }

    private static List<(string Name, string[] References, string[] Packages)> Projects()
        => [.. Directory.EnumerateFiles(RepositoryRoot.Join("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Select(path =>
            {
                var project = XDocument.Load(path);
                return (
                    Path.GetFileNameWithoutExtension(path),
                    project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToArray(),
                    project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).ToArray());
            })];

    private static IEnumerable<string> SourceFiles()
        => Directory.EnumerateDirectories(RepositoryRoot.Join("src"), "Copilot.*")
            .SelectMany(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories));
}
