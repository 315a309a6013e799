namespace Copilot.Sandbox;

/// <summary>How the practice company is set up.</summary>
public sealed class SandboxOptions
{
    /// <summary>TCP port on loopback; 5069 by default, 0 for any free one. A taken port stops the start.</summary>
    public int Port { get; set; } = 5069;

    /// <summary>Seed of the demo data; the same seed and day give the same company. Default 20, any whole number.</summary>
    public int Seed { get; set; } = 20;

    /// <summary>Name of the only database; <c>distributor</c> by default. Clients that name another one are refused.</summary>
    public string Database { get; set; } = "distributor";
}
