using Copilot.Host.Settings;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Host.Settings;

/// <summary>The page about the configuration and the keys the program knows are the same.</summary>
public sealed class ConfigurationPageTests
{
    [Fact]
    public void Every_key_is_explained_and_nothing_else_is()
    {
        var explained = File.ReadLines(RepositoryRoot.Join("docs", "configuration.md"))
            .Where(line => line.StartsWith("| `Copilot__", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .ToList();

        Assert.Equal(SettingKeys.All.Select(key => key.Variable).Order(), explained.Order());
    }
}
