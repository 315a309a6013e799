namespace Copilot.Conversation.Routing;

/// <summary>One way to ask for something.</summary>
/// <param name="Label">The tool's name, or a label that begins with an underscore.</param>
/// <param name="Text">The question, with placeholders such as <c>{customer}</c> for what is recognised.</param>
/// <param name="IsNot">Whether the question looks alike and belongs elsewhere.</param>
internal sealed record RoutingExample(string Label, string Text, bool IsNot = false);
