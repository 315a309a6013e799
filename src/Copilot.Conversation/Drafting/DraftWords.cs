namespace Copilot.Conversation.Drafting;

/// <summary>What the program itself says in and about drafts. It promises nothing.</summary>
internal static class DraftWords
{
    /// <summary>Names a kind of draft for people.</summary>
    public static string Title(DraftKind kind) => kind switch
    {
        DraftKind.SupplierFollowUp => "Draft: message to a supplier",
        DraftKind.Note => "Draft: note",
        _ => "Draft: reply to a customer",
    };

    /// <summary>Begins a draft.</summary>
    public static string Opening(DraftKind kind) => kind switch
    {
        DraftKind.SupplierFollowUp => "Hello,\n\nthis is what our records show as open:",
        DraftKind.Note => "What our records show:",
        _ => "Hello,\n\nthank you for your message. This is what our records show:",
    };

    /// <summary>Ends a draft.</summary>
    public static string Closing(DraftKind kind, string writer) => kind switch
    {
        DraftKind.SupplierFollowUp => $"Please confirm the dates or name new ones.\n\nKind regards\n{writer}",
        DraftKind.Note => writer,
        _ => $"Please let us know if anything is missing.\n\nKind regards\n{writer}",
    };
}
