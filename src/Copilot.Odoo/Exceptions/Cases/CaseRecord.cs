using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>A record a case is about, with its name for people.</summary>
internal sealed record CaseRecord(string Model, int Id, string Name)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public RecordRef Ref => new(Model, Id);
}
