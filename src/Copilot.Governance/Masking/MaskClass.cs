namespace Copilot.Governance.Masking;

/// <summary>What can be hidden from a model.</summary>
internal enum MaskClass
{
    Email,
    Phone,
    Iban,
    Card,
    TaxNumber,
    PersonalNumber,
    Person,
    Price,
    Margin,
    Secret,
}
