using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>What a file is read with; an e-mail has both, its text and its attachments.</summary>
/// <param name="Reader">Reads its text, or null.</param>
/// <param name="Container">Takes out the files it holds, or null.</param>
internal sealed record ChosenFormat(IFileReader? Reader, IContainerReader? Container);
