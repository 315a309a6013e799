namespace Copilot.Sandbox.Demo;

/// <summary>The names that documents, examples and evaluations rely on. Order references are the customers' own order numbers.</summary>
internal static class DemoCast
{
    public const string Industrial = "Meridian Industrial Supply";
    public const string Packaging = "Meridian Packaging";

    public const string Nordlicht = "Nordlicht Logistik GmbH";
    public const string Aurelia = "Aurélia Santé SAS";
    public const string VanHouten = "Van Houten Chocolade BV";
    public const string Brackwater = "Brackwater Marine Ltd";
    public const string Castellan = "Castellan Automotive SpA";
    public const string Helvetia = "Helvetia Präzision AG";
    public const string Orchard = "Orchard Valley Foods Ltd";
    public const string Kessler = "Kessler Verpackung KG";
    public const string Iberica = "Ibérica de Envases SL";
    public const string Fjordline = "Fjordline Seafood AS";
    public const string Baltic = "Baltic Timber OÜ";
    public const string Quillmark = "Quillmark Print & Label";
    public const string Dorne = "Dorne Industries NV";

    public const string Shenhua = "Shenhua Glove Works";
    public const string Rheintal = "Rheintal Klebstoffe GmbH";
    public const string Lombard = "Lombard Fasteners Srl";
    public const string DeltaChem = "Delta Chem Iberia SA";
    public const string Kugel = "Kugel & Lager AG";
    public const string PolskaFolia = "Polska Folia Sp. z o.o.";
    public const string Kartonwerk = "Kartonwerk Sachsen GmbH";
    public const string Etiketten = "Etiketten Nord GmbH";
    public const string CoolPack = "CoolPack Scandinavia AB";
    public const string Tapex = "Tapex Benelux BV";

    public const string CreditHoldTag = "Credit hold";
    public const string PickException = "Pick exception";
    public const string DocumentMissing = "Document missing";
    public const string QualityHold = "Quality Hold";

    /// <summary>Nordlicht's gloves: 240 boxes of GLV-NIT-L, 40 there, the rest on a late receipt of Shenhua.</summary>
    public const string GlovesOrder = "NL-88214";

    /// <summary>Dorne's gloves, waiting for the same receipt with nothing reserved.</summary>
    public const string GlovesSecondOrder = "DI-20517";

    /// <summary>Helvetia's gloves, waiting for the same receipt, due on the next business day.</summary>
    public const string GlovesThirdOrder = "HP-3390";

    /// <summary>Castellan's bearings: 20 of 120 there, and nothing on order.</summary>
    public const string BearingOrder = "CA-710042";

    /// <summary>Helvetia's bearings: none there, and nothing on order.</summary>
    public const string BearingSecondOrder = "HP-3401";

    /// <summary>Nordlicht's masks: the pick failed, bin A-12-03 was empty.</summary>
    public const string FailedPickOrder = "NL-88231";

    /// <summary>Quillmark's labels: due on the next business day, stock there, pick not started.</summary>
    public const string UnstartedPickOrder = "QPL-0619";

    /// <summary>Orchard Valley's gloves and tape: due on the next business day, stock there, pick not started.</summary>
    public const string UnstartedSecondOrder = "OVF-55120";

    /// <summary>Baltic Timber on credit hold, due this week, stock reserved.</summary>
    public const string CreditHoldOrder = "BT-1187";

    /// <summary>Baltic Timber on credit hold, already overdue.</summary>
    public const string CreditHoldOverdueOrder = "BT-1172";

    /// <summary>Aurélia's degreaser: the dangerous goods declaration is missing on the transfer.</summary>
    public const string MissingDocumentOrder = "AS-2024-911";

    /// <summary>Castellan's degreaser: the declaration is missing on the order.</summary>
    public const string MissingDocumentSecondOrder = "CA-710077";

    /// <summary>Brackwater takes complete deliveries only; one line of four is short.</summary>
    public const string ShipCompleteOrder = "BM-6640";

    /// <summary>Aurélia's gel packs lie in quality hold.</summary>
    public const string QualityHoldOrder = "AS-2024-918";

    /// <summary>Van Houten's cartons in Rotterdam wait for a late receipt of Kartonwerk.</summary>
    public const string CartonOrder = "VHC-77103";

    /// <summary>Orchard Valley's epoxy, overdue, waiting for Rheintal.</summary>
    public const string EpoxyOverdueOrder = "OVF-55087";

    /// <summary>Nordlicht's film: delivered in part, the backorder is overdue.</summary>
    public const string FilmBackorder = "NL-88190";

    /// <summary>Dorne's tape beyond the week: not covered today, but its receipt comes in time.</summary>
    public const string CoveredByReceiptOrder = "DI-20533";

    /// <summary>Castellan's gloves beyond the week.</summary>
    public const string BeyondTheWeekOrder = "CA-710090";

    /// <summary>Kessler's film in Leipzig waits for a late receipt of Polska Folia.</summary>
    public const string LeipzigFilmOrder = "KV-4412";

    /// <summary>Ibérica's cartons in Leipzig: due on the next business day, pick not started.</summary>
    public const string LeipzigUnstartedOrder = "IE-9034";

    /// <summary>Fjordline's cool boxes in Leipzig wait for a late receipt of CoolPack.</summary>
    public const string CoolBoxOrder = "FS-30071";

    /// <summary>Fjordline's gel packs in Leipzig: the pick failed.</summary>
    public const string LeipzigFailedPickOrder = "FS-30078";

    /// <summary>Invoiced at another price than ordered.</summary>
    public const string InvoicePriceOrder = "HP-3288";

    /// <summary>Invoiced with a larger quantity than delivered.</summary>
    public const string InvoiceQuantityOrder = "CA-709815";

    /// <summary>Delivered and invoiced as ordered; the customer says four boxes never arrived and holds back payment.</summary>
    public const string DisputedOrder = "DI-20388";

    /// <summary>Shenhua's own number of the late gloves (purchase.order partner_ref), promised six business days ago.</summary>
    public const string GlovesReceipt = "SGW-90417";

    /// <summary>Lombard's bolts: promised four business days ago, now expected after Brackwater's ship date.</summary>
    public const string BoltsReceipt = "LF-2291";

    /// <summary>Kartonwerk's cartons for Rotterdam, one business day late.</summary>
    public const string CartonReceipt = "KWS-44093";

    /// <summary>Rheintal's epoxy, two business days late.</summary>
    public const string EpoxyReceipt = "RK-11872";

    /// <summary>Polska Folia's film for Lyon, four business days late, received in part.</summary>
    public const string FilmReceipt = "PF-6120";

    /// <summary>Polska Folia's film for Leipzig, two business days late.</summary>
    public const string LeipzigFilmReceipt = "PF-6144";

    /// <summary>CoolPack's boxes for Leipzig, five business days late.</summary>
    public const string CoolBoxReceipt = "CPS-0872";

    /// <summary>Tapex's tape, expected in time for Dorne.</summary>
    public const string TapeReceipt = "TPX-1175";

    /// <summary>Etiketten Nord's labels, confirmed 14 per cent above the agreed price.</summary>
    public const string PriceDeviationReceipt = "EN-7731";
}
