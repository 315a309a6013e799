using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>A file whose label has been read and whose id is claimed, before its text is read.</summary>
/// <param name="Task">The file.</param>
/// <param name="Path">Where its bytes are.</param>
/// <param name="Label">Its label; the title may still come from the text.</param>
/// <param name="Unlabelled">Whether nobody said who may read it.</param>
/// <param name="Held">What its source holds now, or null.</param>
internal sealed record OpenedFile(FileTask Task, string Path, DocumentLabel Label, bool Unlabelled, StoredDocument? Held);
