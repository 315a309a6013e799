namespace Copilot.Knowledge.Ingestion;

/// <summary>Counts while an ingestion runs.</summary>
internal sealed class IngestTally
{
    private FileOutcome _sum = new();

    /// <summary>Counts what one file did.</summary>
    public void Add(FileOutcome outcome) => _sum += outcome;

    /// <summary>Counts a document that is gone.</summary>
    public void Removed() => _sum += new FileOutcome { Removed = 1 };

    /// <summary>Keeps the reason why a file was refused.</summary>
    public void Failed(string file, string why) => _sum += new FileOutcome { Failed = [new IngestRemark(file, why)] };

    /// <summary>Makes the report.</summary>
    public IngestReport Report(string collection, int files)
        => new()
        {
            Collection = collection,
            Files = files,
            Added = _sum.Added,
            Updated = _sum.Updated,
            Unchanged = _sum.Unchanged,
            Removed = _sum.Removed,
            Passages = _sum.Passages,
            Failed = _sum.Failed,
            Notes = _sum.Notes,
        };
}
