namespace Copilot.Documents.Extraction;

/// <summary>Works out totals that a format has no place for, from those it states.</summary>
internal static class DraftTotals
{
    /// <summary>Adds tax and net amount where they follow from the total and the taxes; nothing that is a guess.</summary>
    public static void Complete(DocumentDraft draft)
    {
        if (draft.Type is not (Contracts.BusinessDocumentType.Invoice or Contracts.BusinessDocumentType.CreditNote))
        {
            return;
        }

        if (draft.Taxes.Count > 0 && draft.Taxes.TrueForAll(t => t.Amount is not null))
        {
            draft.Set("taxAmount", draft.Taxes.Sum(t => t.Amount), DocumentDraft.Reckoned);
        }

        if (draft.Amount("totalAmount") is not { } total || draft.Amount("netAmount") is not null)
        {
            return;
        }

        if (draft.Amount("taxAmount") is { } tax)
        {
            draft.Set("netAmount", total - tax, DocumentDraft.Reckoned);
        }
    }
}
