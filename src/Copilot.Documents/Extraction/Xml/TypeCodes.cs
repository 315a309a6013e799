namespace Copilot.Documents.Extraction.Xml;

/// <summary>Document type codes of UNTDID 1001, as EN 16931 sorts them.</summary>
internal static class TypeCodes
{
    private static readonly HashSet<string> Credits = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"];

    /// <summary>Says whether a code is that of a credit note.</summary>
    public static bool IsCredit(string? code) => code is not null && Credits.Contains(code);
}
