using Copilot.Contracts;

namespace Copilot.Testing.Tools;

/// <summary>Permits for tests of tools; the program gets them from governance only.</summary>
public static class Permits
{
    /// <summary>A permit that covers exactly this call of this caller.</summary>
    public static ToolPermit For(ToolCall call, Caller caller) => new(call.Id, call.Tool, call.ArgumentsHash(), caller.Id);
}
