using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Evals;

/// <summary>A tool that nobody asks for in the evals could break unseen.</summary>
public sealed class EveryToolIsAskedForTests
{
    public static TheoryData<string> Tools
        => [.. Directory.EnumerateFiles(RepositoryRoot.Join("prompts", "routing"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n[0] != '_')];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Golden_and_routing_questions_name_the_tool(string tool)
    {
        foreach (var suite in new[] { "golden", "routing" })
        {
            var texts = Directory.EnumerateFiles(RepositoryRoot.Join("evals", suite), "*.yaml").Select(File.ReadAllText);
            Assert.Contains(texts, t => t.Contains(tool, StringComparison.Ordinal));
        }
    }
}
