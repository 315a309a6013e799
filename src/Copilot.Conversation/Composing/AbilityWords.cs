using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>How what a tool can do is said. A tool that reads says what it tells; one that writes says what it would do ("I can move the promised date of an order").</summary>
internal static class AbilityWords
{
    private const string Begins = "I can ";

    /// <summary>What an action does, as the end of "I can propose to …".</summary>
    public static string Deed(ToolDefinition tool)
        => tool.Ability.StartsWith(Begins, StringComparison.OrdinalIgnoreCase) ? tool.Ability[Begins.Length..] : tool.Ability;

    /// <summary>Asks whether that is meant.</summary>
    public static string Meant(ToolDefinition tool) => tool.Writes ? $"me to {Deed(tool)}" : $"to know {tool.Ability}";
}
