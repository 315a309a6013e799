namespace Copilot.Documents.Desk.Reviewing;

/// <summary>What kind of value a field holds.</summary>
internal enum FieldKind
{
    Text,
    Date,
    Amount,
    Currency,
    Iban,
}
