using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host;

/// <summary>Fifty kills on the embedded store.</summary>
public sealed class KillTests(ITestOutputHelper output) : KillContract(output, kills: 50);
