using System.Globalization;
using System.Text;
using Copilot.Evals.Documents;

namespace Copilot.Evals.Matching;

/// <summary>Writes a carrier's proof of delivery for goods that left: what was received, what is noted, and what stands where it asks for a signature.</summary>
internal static class ProofPaper
{
    /// <summary>Writes one as a PDF page, in ASCII throughout.</summary>
    /// <param name="goods">What left.</param>
    /// <param name="missing">How many pieces of the first line did not arrive.</param>
    /// <param name="mark">pen, stamp, both or none.</param>
    /// <param name="remark">What is noted beside the first line.</param>
    public static string Write(ShippedGoods goods, decimal missing, string mark, string remark)
    {
        var sheet = new PdfSheet();
        sheet.Left(45, 60, "PROOF OF DELIVERY", 17, true);
        sheet.Left(45, 74, "Rhone Cargo Services", 9);
        Row(sheet, 105, "POD no.", "POD-" + string.Concat(goods.Name.Where(char.IsAsciiDigit)));
        Row(sheet, 119, "Delivery no.", goods.Name);
        Row(sheet, 133, "Order no.", goods.Order);
        Row(sheet, 147, "Consignee", goods.Customer);
        sheet.Left(45, 190, "Article", 9, true);
        sheet.Left(135, 190, "Description", 9, true);
        sheet.Right(375, 190, "Shipped", 9, true);
        sheet.Right(435, 190, "Received", 9, true);
        sheet.Left(450, 190, "Remarks", 9, true);
        var y = 208;
        foreach (var ((code, name, quantity), i) in goods.Lines.Select((l, i) => (l, i)))
        {
            sheet.Left(45, y, code, 9);
            sheet.Left(135, y, Plain(name), 9);
            sheet.Right(375, y, Figure(quantity), 9);
            sheet.Right(435, y, Figure(i == 0 ? quantity - missing : quantity), 9);
            if (i == 0 && remark.Length > 0)
            {
                sheet.Left(450, y, remark, 9);
            }

            y += 16;
        }

        sheet.Left(45, 640, "Received by:", 9);
        sheet.Left(115, 640, "M. ROSSI", 9);
        sheet.Left(45, 700, "Signature of consignee:", 9);
        if (mark is "pen" or "both")
        {
            sheet.Pen(165, 705, 110);
        }

        if (mark is "stamp" or "both")
        {
            sheet.Stamp(mark == "both" ? 200 : 170, 712, "GOODS RECEIVED", 7, 0.3);
        }

        return Encoding.Latin1.GetString(sheet.ToBytes());
    }

    private static void Row(PdfSheet sheet, double y, string label, string value)
    {
        sheet.Left(45, y, label + ":", 9, true);
        sheet.Left(135, y, Plain(value), 9);
    }

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD).Where(char.IsAscii));
}
