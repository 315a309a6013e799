namespace Copilot.Documents.Readers.Office;

/// <summary>A kind of office file.</summary>
/// <param name="Words">What people call it: "a Word document".</param>
/// <param name="Extension">Its ordinary extension.</param>
/// <param name="Folder">The folder of its parts inside the package.</param>
/// <param name="Type">What stands in the content type of its main part.</param>
internal sealed record OfficeKind(string Words, string Extension, string Folder, string Type)
{
    /// <summary>Gets the kind of text documents.</summary>
    public static OfficeKind Word { get; } = new("a Word document", ".docx", "word/", "wordprocessingml");

    /// <summary>Gets the kind of workbooks.</summary>
    public static OfficeKind Excel { get; } = new("an Excel workbook", ".xlsx", "xl/", "spreadsheetml");

    /// <summary>Gets the kind of presentations.</summary>
    public static OfficeKind Slides { get; } = new("a PowerPoint presentation", ".pptx", "ppt/", "presentationml");

    /// <summary>Gets workbooks in binary parts, which are told but not read.</summary>
    public static OfficeKind BinaryExcel { get; } = new("an Excel workbook in binary parts", ".xlsb", "xl/", "ms-excel.sheet.binary");

    /// <summary>Gets all kinds.</summary>
    public static IReadOnlyList<OfficeKind> All { get; } = [Word, BinaryExcel, Excel, Slides];
}
