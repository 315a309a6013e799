using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity;

/// <summary>Says with whose rights a client of the Model Context Protocol works.</summary>
internal static class McpCallers
{
    /// <summary>Finds the caller: the persona that was named, else the configured account, else the demo's operations manager.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="persona">What <c>--as</c> named, or null.</param>
    /// <returns>The caller.</returns>
    /// <exception cref="CopilotException">Nobody is named; the message says how to.</exception>
    public static Caller Find(CopilotSettings settings, string? persona)
    {
        if (persona is null && settings.Mcp is { } account)
        {
            return account.ToCaller();
        }

        return settings.DemoEnabled
            ? Personas.Find(persona ?? RoleNames.OperationsManager)!.ToCaller()
            : throw new CopilotException(persona is null
                ? "The tools have no caller. Name an account with Copilot__Mcp__Login, __Secret, __Role and __Companies (docs/mcp.md), or enable the demo."
                : $"The persona {persona} exists only while the demo is enabled. Name an account with Copilot__Mcp__Login, __Secret, __Role and __Companies instead (docs/mcp.md).");
    }
}
