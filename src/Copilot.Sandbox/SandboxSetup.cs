namespace Copilot.Sandbox;

internal static class SandboxSetup;
