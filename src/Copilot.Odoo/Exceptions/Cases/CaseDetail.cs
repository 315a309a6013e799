namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>A further sentence that stands on one record: shown to those who may read it.</summary>
internal sealed record CaseDetail(string Text, CaseRecord Record);
