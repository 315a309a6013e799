namespace Copilot.Governance.Masking;

/// <summary>What the classes are called in the policies file, in the audit and in placeholders.</summary>
internal static class MaskWords
{
    public static IReadOnlyDictionary<string, MaskClass> ByName { get; } = new Dictionary<string, MaskClass>
    {
        ["email"] = MaskClass.Email,
        ["phone"] = MaskClass.Phone,
        ["iban"] = MaskClass.Iban,
        ["card"] = MaskClass.Card,
        ["tax_number"] = MaskClass.TaxNumber,
        ["personal_number"] = MaskClass.PersonalNumber,
        ["person"] = MaskClass.Person,
        ["price"] = MaskClass.Price,
        ["margin"] = MaskClass.Margin,
        ["secret"] = MaskClass.Secret,
    };

    private static readonly string[] Names = [.. ByName.OrderBy(p => p.Value).Select(p => p.Key)];

    private static readonly string[] Prefixes = ["EMAIL", "PHONE", "IBAN", "CARD", "TAXNO", "PERSONALNO", "PERSON", "PRICE", "MARGIN", "SECRET"];

    public static string NameOf(MaskClass kind) => Names[(int)kind];

    /// <summary>The word a placeholder begins with.</summary>
    public static string PrefixOf(MaskClass kind) => Prefixes[(int)kind];
}
