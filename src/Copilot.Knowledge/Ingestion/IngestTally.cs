namespace Copilot.Knowledge.Ingestion;

/// <summary>Counts while an ingestion runs.</summary>
internal sealed class IngestTally
{
    private readonly List<IngestRemark> _failed = [];
    private readonly List<IngestRemark> _notes = [];
    private int _added;
    private int _updated;
    private int _unchanged;
    private int _removed;
    private int _passages;

    /// <summary>Counts a document that was written.</summary>
    public void Written(bool isNew, int passages)
    {
        _added += isNew ? 1 : 0;
        _updated += isNew ? 0 : 1;
        _passages += passages;
    }

    /// <summary>Counts a document that was as before.</summary>
    public void Unchanged() => _unchanged++;

    /// <summary>Counts a document that is gone.</summary>
    public void Removed() => _removed++;

    /// <summary>Keeps the reason why a file was refused.</summary>
    public void Failed(string file, string why) => _failed.Add(new IngestRemark(file, why));

    /// <summary>Keeps a remark on a file that was taken.</summary>
    public void Note(string file, string what) => _notes.Add(new IngestRemark(file, what));

    /// <summary>Makes the report.</summary>
    public IngestReport Report(string collection, int files)
        => new()
        {
            Collection = collection,
            Files = files,
            Added = _added,
            Updated = _updated,
            Unchanged = _unchanged,
            Removed = _removed,
            Passages = _passages,
            Failed = _failed,
            Notes = _notes,
        };
}
