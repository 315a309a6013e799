namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Footnotes, endnotes and comments of a document, read when the first is asked for.</summary>
internal sealed class WordRemarks(OfficePackage package)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, OfficeNode>> _known = [];

    /// <summary>Finds a remark.</summary>
    /// <param name="reference">The element that refers to it.</param>
    /// <param name="id">Its id.</param>
    public OfficeNode? Find(string reference, string id)
    {
        var (relation, element) = reference switch
        {
            "footnoteReference" => ("footnotes", "footnote"),
            "endnoteReference" => ("endnotes", "endnote"),
            _ => ("comments", "comment"),
        };
        if (!_known.TryGetValue(relation, out var remarks))
        {
            var found = new Dictionary<string, OfficeNode>();
            foreach (var node in package.Node(package.Related(package.Main, relation))?.All(element) ?? [])
            {
                if (node["id"] is { } key && node["type"] is null or "normal")
                {
                    found.TryAdd(key, node);
                }
            }

            _known[relation] = remarks = found;
        }

        return remarks.GetValueOrDefault(id);
    }
}
