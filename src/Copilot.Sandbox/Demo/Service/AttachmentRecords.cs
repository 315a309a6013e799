using System.Globalization;
using System.Text;
using Copilot.Sandbox.Demo.Purchasing;
using Copilot.Sandbox.Demo.Sales;
using Copilot.Sandbox.Demo.Service.Letters;

namespace Copilot.Sandbox.Demo.Service;

/// <summary>Writes the files that hang on records: texts, and letters of suppliers and customers as PDF and Word documents.</summary>
internal sealed class AttachmentRecords(Workbench bench)
{
    private const string Pdf = "application/pdf";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes them.</summary>
    /// <param name="orders">The sale orders, with their deliveries.</param>
    /// <param name="purchases">The purchase orders.</param>
    public void Write(IReadOnlyList<SaleOrder> orders, IReadOnlyList<PurchaseOrder> purchases)
    {
        var disputed = Order(DemoCast.DisputedOrder);
        var shipment = disputed.Deliveries[0];
        Text("sale.order", disputed.Id, disputed.Customer.CompanyId, "purchase-order-DI-20388.txt", "Purchase order DI-20388: 40 pairs GLV-CUT-10, 24 x CLN-DEG-5L.");
        Text("stock.picking", shipment.Id, disputed.Customer.CompanyId, "delivery-note-unsigned.txt", $"Delivery note {shipment.Name}: 40 pairs GLV-CUT-10, 24 x CLN-DEG-5L. Receiver's signature: none.");
        var gloves = Order(DemoCast.GlovesOrder);
        Text("sale.order", gloves.Id, gloves.Customer.CompanyId, "purchase-order-NL-88214.txt", "Purchase order NL-88214: 240 boxes GLV-NIT-L, 100 boxes GLV-VIN-M, 20 x PPE-VST-L. Partial shipment accepted.");

        var bearings = Order(DemoCast.InvoiceQuantityOrder);
        var complaint = Complaint();
        Add("stock.picking", bearings.Deliveries[0].Id, bearings.Customer.CompanyId, "complaint-CA-RK-0417.docx", Word, LetterDocx.Write(complaint), complaint.Plain);
        var cartons = Order(DemoCast.CartonOrder);
        var conditions = Conditions();
        Add("sale.order", cartons.Id, cartons.Customer.CompanyId, "delivery-conditions-van-houten.pdf", Pdf, LetterPdf.Write(conditions), conditions.Plain);
        var epoxy = purchases.First(p => p.Reference == DemoCast.EpoxyReceipt);
        var prices = PriceLetter();
        Add("purchase.order", epoxy.Id, epoxy.Warehouse.CompanyId, "price-letter-rheintal.pdf", Pdf, LetterPdf.Write(prices), prices.Plain);

        SaleOrder Order(string reference) => orders.First(o => o.Reference == reference);
    }

    private Letter PriceLetter() => new(
        DemoCast.Rheintal,
        Day(-9),
        "Price increase for epoxy adhesives",
        [
            "Dear customer,",
            $"the prices of resins and hardeners have risen since the spring. For orders confirmed from {Day(64)} on, our prices rise by 6.8 % for two-part epoxy adhesives (ADH-EPX, all sizes). Sealants and instant adhesives stay as they are.",
            "# Orders at the old prices",
            "Orders that reach us within 20 working days of the date of this letter are delivered at the old prices, up to twice the average monthly quantity of the last half year.",
            "# Raw material surcharge",
            "Until then a raw material surcharge of €0.14 per cartridge is shown apart on the invoice. It ends with the new prices.",
            "With kind regards, inside sales, Rheintal Klebstoffe GmbH",
        ])
    {
        Table = [["Article", "Old price index", "New price index"], ["ADH-EPX-50", "100.0", "106.8"], ["ADH-EPX-400", "100.0", "106.8"], ["ADH-PUS-600", "100.0", "100.0"]],
    };

    private Letter Conditions() => new(
        DemoCast.VanHouten,
        Day(-5),
        $"Delivery conditions for order {DemoCast.CartonOrder}",
        [
            "# Pallets",
            "The new unloading line in Amsterdam takes pallets up to a height of 145 cm including the pallet. Higher pallets are sent back at the cost of the sender.",
            "# Arrival",
            "The slot at gate 7 is booked 36 hours ahead in our portal. The driver needs the order number and safety shoes.",
            "# Labels",
            "Each pallet bears an SSCC label on two sides. Pallets without one are relabelled by us at €9.50 each.",
        ]);

    private Letter Complaint() => new(
        DemoCast.Castellan,
        Day(-12),
        "Complaint CA-RK-0417 about a delivery of bearings",
        [
            $"With the delivery for our order {DemoCast.InvoiceQuantityOrder} we found the following at the incoming inspection:",
            "# What was wrong",
            "One carton had stood in water: 6 of the 48 bearings BRG-6205-2RS show flash rust on the outer ring. The outer carton was torn at the lower edge and taped over.",
            "# What we ask for",
            "We ask for 6 bearings as a replacement within 5 working days, and for a report on the cause by the end of the month. The rusty bearings lie blocked in our quarantine store for collection.",
        ])
    {
        Table = [["Article", "Delivered", "Faulty"], ["BRG-6205-2RS", "48", "6"]],
    };

    private string Day(int days) => bench.Calendar.Today.AddDays(days).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private void Text(string model, int id, int company, string name, string content) => Add(model, id, company, name, "text/plain", Encoding.UTF8.GetBytes(content), content);

    private void Add(string model, int id, int company, string name, string type, byte[] bytes, string plain)
        => bench.Add("ir.attachment", new()
        {
            ["name"] = name,
            ["type"] = "binary",
            ["mimetype"] = type,
            ["file_size"] = bytes.Length,
            ["datas"] = Convert.ToBase64String(bytes),
            ["index_content"] = plain,
            ["res_model"] = model,
            ["res_id"] = id,
            ["company_id"] = company,
            ["public"] = false,
        });
}
