namespace Copilot.Sandbox.Demo.Trouble;

/// <summary>What goes wrong today. Every row is a story told by its fields; causes that are not lines (activities, receipts) are added beside it.</summary>
internal static class TroubleTable
{
    public static readonly IReadOnlyList<TroubleRow> Open =
    [
        new(DemoCast.GlovesOrder, DemoCast.Nordlicht, -6, 2, ("GLV-NIT-L", 240, 40), ("GLV-VIN-M", 100, null), ("PPE-VST-L", 20, null)),
        new(DemoCast.GlovesSecondOrder, DemoCast.Dorne, -5, 3, ("GLV-NIT-L", 80, 0), ("FST-NUT-M8", 12, null)),
        new(DemoCast.GlovesThirdOrder, DemoCast.Helvetia, -4, 1, ("GLV-NIT-L", 60, 0)) { Started = true },
        new(DemoCast.BeyondTheWeekOrder, DemoCast.Castellan, -3, 10, ("GLV-NIT-L", 100, 0), ("GLV-CUT-9", 40, null)),
        new(DemoCast.BearingOrder, DemoCast.Castellan, -7, 2, ("BRG-6204-2RS", 120, 20), ("BRG-6205-2RS", 24, null)),
        new(DemoCast.BearingSecondOrder, DemoCast.Helvetia, -3, 4, ("BRG-6204-2RS", 40, 0), ("BRG-UCP-204", 4, null)),
        new(DemoCast.FailedPickOrder, DemoCast.Nordlicht, -5, 1, ("PPE-MSK-FFP2", 24, 24), ("GLV-NIT-M", 120, null)) { Started = true },
        new(DemoCast.UnstartedPickOrder, DemoCast.Quillmark, -4, 1, ("LBL-TT-75", 30, null), ("LBL-RIB-110", 12, null)),
        new(DemoCast.UnstartedSecondOrder, DemoCast.Orchard, -3, 1, ("GLV-LTX-M", 40, null), ("TAP-PVC48-66", 72, null), ("CLN-HND-3L", 6, null)),
        new(DemoCast.CreditHoldOrder, DemoCast.Baltic, -6, 2, ("FST-WSC-5080", 60, null), ("ADH-PUS-600", 40, null)) { CreditHold = true },
        new(DemoCast.CreditHoldOverdueOrder, DemoCast.Baltic, -10, -2, ("FST-ANC-M10", 20, null), ("GLV-PUC-10", 60, null)) { CreditHold = true },
        new(DemoCast.MissingDocumentOrder, DemoCast.Aurelia, -4, 1, ("CLN-DEG-5L", 18, null), ("CLN-WIP-100", 10, null)) { Started = true },
        new(DemoCast.MissingDocumentSecondOrder, DemoCast.Castellan, -3, 3, ("CLN-DEG-5L", 32, null)),
        new(DemoCast.ShipCompleteOrder, DemoCast.Brackwater, -6, 3, ("FST-HEX-M8", 100, 60), ("FST-HEX-M10", 30, null), ("FST-NUT-M10", 20, null), ("ADH-THR-B50", 12, null)),
        new(DemoCast.QualityHoldOrder, DemoCast.Aurelia, -4, 2, ("CCP-GEL-500", 500, 0), ("CCP-EPS-20", 40, null)),
        new(DemoCast.CartonOrder, DemoCast.VanHouten, -5, 4, ("BOX-DW-400", 1200, 300), ("TAP-PP48-66", 180, null)),
        new(DemoCast.EpoxyOverdueOrder, DemoCast.Orchard, -12, -3, ("ADH-EPX-50", 30, 0)),
        new(DemoCast.FilmBackorder, DemoCast.Nordlicht, -9, -1, ("FLM-STR-23", 60, 0)) { DeliveredFirst = 40 },
        new(DemoCast.CoveredByReceiptOrder, DemoCast.Dorne, -2, 9, ("TAP-PP48-66", 720, 0)),
        new(DemoCast.LeipzigFilmOrder, DemoCast.Kessler, -5, 2, ("FLM-STR-23", 240, 48), ("TAP-PP48-66", 360, null)),
        new(DemoCast.LeipzigUnstartedOrder, DemoCast.Iberica, -4, 1, ("BOX-SW-400", 400, null), ("TAP-PVC48-66", 72, null)),
        new(DemoCast.CoolBoxOrder, DemoCast.Fjordline, -6, 3, ("CCP-EPS-12", 400, 100), ("CCP-GEL-1000", 400, null)),
        new(DemoCast.LeipzigFailedPickOrder, DemoCast.Fjordline, -4, 2, ("CCP-GEL-500", 300, 300), ("CCP-LIN-M", 120, null)) { Started = true },
    ];

    /// <summary>Orders of the past that today's events refer to; delivered in full.</summary>
    public static readonly IReadOnlyList<TroubleRow> Delivered =
    [
        new(DemoCast.InvoicePriceOrder, DemoCast.Helvetia, -25, -22, ("FST-HEX-M8", 40, null), ("FST-NUT-M8", 20, null)),
        new(DemoCast.InvoiceQuantityOrder, DemoCast.Castellan, -20, -17, ("BRG-6205-2RS", 48, null)),
        new(DemoCast.DisputedOrder, DemoCast.Dorne, -45, -42, ("GLV-CUT-10", 40, null), ("CLN-DEG-5L", 24, null)),
        new("BT-1098", DemoCast.Baltic, -75, -72, ("FST-WSC-6100", 240, null)),
        new("BT-1109", DemoCast.Baltic, -68, -65, ("FST-HEX-M12", 120, null)),
        new("BT-1124", DemoCast.Baltic, -60, -57, ("ADH-PUS-600", 480, null)),
        new("BT-0871", DemoCast.Baltic, -210, -206, ("FST-WSC-5060", 200, null)),
        new("BT-0902", DemoCast.Baltic, -190, -187, ("ADH-PUS-600", 200, null)),
        new("BT-0955", DemoCast.Baltic, -150, -146, ("FST-ANC-M10", 80, null)),
        new("BT-0610", DemoCast.Baltic, -380, -377, ("FST-WSC-5060", 120, null)),
        new("BT-0702", DemoCast.Baltic, -320, -316, ("GLV-PUC-10", 400, null)),
    ];

    /// <summary>Orders whose invoices are still unpaid: Baltic Timber can't pay, the others argue.</summary>
    public static readonly IReadOnlyList<string> NeverPaid = ["BT-1098", "BT-1109", "BT-1124", DemoCast.DisputedOrder, DemoCast.InvoicePriceOrder, DemoCast.InvoiceQuantityOrder];

    /// <summary>Orders sold below the customer's price list: reference, customer, ordered, due, code, quantity, discount in per cent, note.</summary>
    public static readonly IReadOnlyList<(string Reference, string Customer, int Ordered, int Due, string Code, int Quantity, decimal Discount, string Note)> Discounted =
    [
        ("NL-88240", DemoCast.Nordlicht, -2, 6, "GLV-NBK-L", 60, 18m, "Price match promised by phone, no approval on file."),
        ("BM-6655", DemoCast.Brackwater, -2, 5, "CLN-BRK-500", 96, 22m, "Extra discount for the season opening."),
        ("VHC-77118", DemoCast.VanHouten, -1, 7, "BOX-FCT-L", 300, 15m, "Matched a competitor's offer."),
        ("FS-30085", DemoCast.Fjordline, -1, 6, "CCP-EPS-30", 60, 20m, "Trial order discount."),
    ];
}
