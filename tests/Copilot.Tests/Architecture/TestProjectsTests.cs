using System.Text.RegularExpressions;
using Copilot.Testing;
using Copilot.Testing.Knowledge.Stores;
using Copilot.Testing.Odoo;
using Copilot.Testing.Storage;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.Tests.Architecture;

/// <summary>Holds the tests to their places: these are done in under a minute, what costs more is in Copilot.ThoroughTests, and each project is run.</summary>
public sealed class TestProjectsTests
{
    private static readonly Type[] Costly = [typeof(ToolContract), typeof(OdooContract), typeof(StoreContract), typeof(KnowledgeStoreContract)];

    [Fact]
    public void Every_test_project_is_run()
        => Assert.Equal(
            Directory.EnumerateFiles(RepositoryRoot.Join("tests"), "*.csproj", SearchOption.AllDirectories)
                .Where(p => File.ReadAllText(p).Contains("\"Microsoft.NET.Test.Sdk\"", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension).Order(),
            Regex.Matches(File.ReadAllText(RepositoryRoot.Join("tests", "run.sh")), @"^\s+test_project (Copilot\.\w+)$", RegexOptions.Multiline)
                .Select(m => m.Groups[1].Value).Order());

    [Theory]
    [InlineData("Copilot.Tests")]
    [InlineData("Copilot.ThoroughTests")]
    public void The_namespace_of_a_test_is_its_folder(string project)
        => Assert.Empty(
            from file in Directory.EnumerateFiles(RepositoryRoot.Join("tests", project), "*.cs", SearchOption.AllDirectories)
            let folder = project + Path.GetDirectoryName(file)![RepositoryRoot.Join("tests", project).Length..].Replace('/', '.')
            where !File.ReadLines(file).Contains($"namespace {folder};")
            select file);

    [Fact]
    public void No_suite_over_a_whole_company_or_store_is_among_the_fast_tests()
        => Assert.Empty(Slow(typeof(TestProjectsTests).Assembly.GetTypes()));

    [Fact]
    public void The_rule_catches_a_planted_suite()
        => Assert.Equal([typeof(OdooToolContract), typeof(OdooReadContract)], Slow([typeof(HouseTests), typeof(OdooToolContract), typeof(OdooReadContract)]));

    private static IEnumerable<Type> Slow(IEnumerable<Type> types)
        => types.Where(t => Costly.Any(t.IsSubclassOf) || t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(PracticeCompany)));
}
