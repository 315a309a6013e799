using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>
/// Makes values surer for which something else in the document speaks: sums that close, the same words in a second place, dates in a likely order. Each such sign takes a share of the doubt away.
/// It does not help a value that was doubtful to begin with: sums say nothing about which of two days was meant.
/// </summary>
internal static class Corroboration
{
    /// <summary>Values less sure than this are doubted for a reason of their own.</summary>
    private const double NotDoubtful = 0.85;

    /// <summary>What is left of the doubt when all sums of the document close: its words were read right, and its labels and columns taken for what they are.</summary>
    private const double SumsClose = 0.6;

    /// <summary>The same when the words stand in a second place.</summary>
    private const double SaidTwice = 0.5;

    /// <summary>The same when the document is due some days or weeks after its own date.</summary>
    private const double DatesFit = 0.7;
    private const int LongestTerm = 120;
    private const int ShortestText = 4;

    private static readonly string[] Head = ["number", "issueDate", "dueDate", "deliveryDate", "orderReference", "supplierName", "buyerName", "supplierVat", "currency"];

    /// <summary>Weighs the values of a document once they are all read.</summary>
    public static void Make(DocumentDraft draft, PageText text)
    {
        if (Closes(draft))
        {
            Surer(draft, SumsClose, Head);
        }

        var said = Folding.Of(text.Text);
        foreach (var name in (string[])["number", "orderReference", "supplierName", "buyerName"])
        {
            if (draft.Text(name) is { } value && Folding.Of(value) is { Length: >= ShortestText } folded && IsTwice(said, folded))
            {
                Surer(draft, SaidTwice, name);
            }
        }

        if (draft.Text("issueDate") is { } issued && draft.Text("dueDate") is { } due && Day(due) - Day(issued) is >= 0 and <= LongestTerm)
        {
            Surer(draft, DatesFit, "issueDate", "dueDate");
        }
    }

    /// <summary>Net and tax make the total, and the lines make the net.</summary>
    private static bool Closes(DocumentDraft draft)
        => draft.Amount("netAmount") is { } net && draft.Amount("taxAmount") is { } tax && draft.Amount("totalAmount") is { } total && tax != 0 && net + tax == total
            && draft.Lines.Count > 0 && draft.Lines.TrueForAll(l => l.Amount is not null) && draft.Lines.Sum(l => l.Amount!.Value) == net;

    private static bool IsTwice(string said, string value)
        => said.IndexOf(value, StringComparison.Ordinal) is >= 0 and var first && said.IndexOf(value, first + value.Length, StringComparison.Ordinal) > first;

    private static int Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static void Surer(DocumentDraft draft, double left, params string[] names)
    {
        foreach (var name in names)
        {
            if (draft.Field(name) is { Confidence: >= NotDoubtful and < 1 } field)
            {
                draft.Confirm(Math.Round(1 - ((1 - field.Confidence) * left), 3), name);
            }
        }
    }
}
