namespace Copilot.Documents.Extraction.Edi;

/// <summary>A party of a message while it is read.</summary>
internal sealed class EdiParty
{
    private readonly List<string> _address = [];

    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Vat { get; set; }

    public string? Contact { get; set; }

    public string? Country { get; set; }

    public void Address(params IEnumerable<string?> lines) => _address.AddRange(lines.OfType<string>().Where(l => l.Length > 0));

    /// <summary>Writes it into a document.</summary>
    public void Into(DocumentDraft draft, string role)
    {
        // A party that only has a number is known by it.
        draft.Set(role + "Name", Name ?? Id, Name is null ? DocumentDraft.Reckoned : DocumentDraft.Stated);
        draft.Set(role + "Id", Id);
        draft.Set(role + "Vat", Vat);
        draft.Set(role + "Contact", Contact);
        draft.Set(role + "Country", Country);
        draft.Set(role + "Address", string.Join(", ", _address));
    }

    /// <summary>Writes the first party found of some roles.</summary>
    public static void Write(DocumentDraft draft, IReadOnlyDictionary<string, EdiParty> parties, string role, params IEnumerable<string> codes)
    {
        if (codes.Select(parties.GetValueOrDefault).OfType<EdiParty>().FirstOrDefault() is { } party)
        {
            party.Into(draft, role);
        }
    }
}
