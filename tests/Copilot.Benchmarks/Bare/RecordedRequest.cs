namespace Copilot.Benchmarks.Bare;

/// <summary>A request as it went out.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Body">The JSON-RPC call.</param>
/// <param name="Started">When, as a timestamp.</param>
/// <param name="Ended">When the answer's head had come.</param>
internal sealed record RecordedRequest(Uri Address, byte[] Body, long Started, long Ended);
