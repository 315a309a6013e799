using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Conversation.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class ConversationOptionsTests
{
    [Fact]
    public void All_faults_are_named_together_with_key_value_and_repair()
    {
        var e = Assert.Throws<CopilotException>(() => new ServiceCollection().AddConversation(new ConversationOptions { ToolTimeout = TimeSpan.Zero, HistoryTurns = -1 }));
        Assert.Contains("ToolTimeout is '00:00:00': set 100 ms to 10 minutes.", e.Message, StringComparison.Ordinal);
        Assert.Contains("HistoryTurns is '-1': set 0 to 50 turns.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_prompts_folder_is_said_with_its_path()
        => Assert.Contains("/nowhere/prompts/routing", Assert.Throws<CopilotException>(() => RoutingFiles.Read("/nowhere/prompts")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("tool: [", "not valid YAML")]
    [InlineData("examples:\n  - hello", "needs a 'tool'")]
    [InlineData("tool: x", "needs a 'tool'")]
    public void A_broken_routing_file_is_said_with_its_fault(string yaml, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("routing");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "routing"));
            File.WriteAllText(Path.Combine(folder.FullName, "routing", "x.yaml"), yaml);
            Assert.Contains(expected, Assert.Throws<CopilotException>(() => RoutingFiles.Read(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
