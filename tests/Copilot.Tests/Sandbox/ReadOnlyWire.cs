using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>One server for the tests that only read.</summary>
public sealed class ReadOnlyWire : IAsyncLifetime
{
    public Wire Wire { get; private set; } = null!;

    public async Task InitializeAsync() => Wire = await Wire.StartAsync();

    public async Task DisposeAsync() => await Wire.DisposeAsync();
}
