using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>Puts an internal note on a record.</summary>
/// <param name="Record">The record in the business system.</param>
/// <param name="Message">The note as it is to stand there, plain text of at most 4,000 characters.</param>
internal sealed record NoteRequest(RecordRef? Record = null, string? Message = null);
