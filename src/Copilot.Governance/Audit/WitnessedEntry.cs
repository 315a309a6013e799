namespace Copilot.Governance.Audit;

/// <summary>The newest entry of a chain that this node has seen durable.</summary>
/// <param name="Seq">Its place.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
internal sealed record WitnessedEntry(long Seq, string Hash);
