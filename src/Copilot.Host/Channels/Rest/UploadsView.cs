namespace Copilot.Host.Channels.Rest;

/// <summary>What became of an upload, file by file.</summary>
/// <param name="Documents">The files, in their order.</param>
public sealed record UploadsView(IReadOnlyList<UploadView> Documents);
