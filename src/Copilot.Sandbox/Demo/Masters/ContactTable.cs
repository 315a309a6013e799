namespace Copilot.Sandbox.Demo.Masters;

/// <summary>Whom the house speaks to at its main customers and suppliers: company, name, job. A name without a job is a mailbox.</summary>
internal static class ContactTable
{
    public static readonly IReadOnlyList<(string Company, string Name, string Job)> Customers =
    [
        (DemoCast.Nordlicht, "Maren Tiedjens", "Buyer"),
        (DemoCast.Aurelia, "Solène Vautrin", "Buyer"),
        (DemoCast.VanHouten, "Jorrit Haverkamp", "Buyer"),
        (DemoCast.Brackwater, "Gemma Thorne", "Yard Planner"),
        (DemoCast.Castellan, "Ilaria Benvenuti", "Buyer"),
        (DemoCast.Helvetia, "Reto Ammann", "Quality Manager"),
        (DemoCast.Orchard, "Isla Pemberton", "Buyer"),
        (DemoCast.Kessler, "Wiebke Lorenz", "Buyer"),
        (DemoCast.Iberica, "Nuria Escolar", "Buyer"),
        (DemoCast.Fjordline, "Synne Aasland", "Buyer"),
        (DemoCast.Baltic, "Kersti Raudsepp", "Managing Director"),
        (DemoCast.Quillmark, "Owen Blythe", "Managing Director"),
        (DemoCast.Dorne, "Lotte Verbeken", "Buyer"),
    ];

    public static readonly IReadOnlyList<(string Company, string Name, string Job)> Suppliers =
    [
        (DemoCast.Shenhua, "Lin Qiaoyu", "Export Sales"),
        (DemoCast.Shenhua, "Zhou Wenhao", "Shipping"),
        (DemoCast.Rheintal, "Annika Brehm", "Key Account Manager"),
        (DemoCast.Lombard, "Fabio Zanetti", "Sales"),
        (DemoCast.Lombard, "Chiara Molteni", "Logistics"),
        (DemoCast.DeltaChem, "Joaquín Ferrer", "Export Sales"),
        (DemoCast.Kugel, "Stefan Rohrbach", "Key Account Manager"),
        (DemoCast.PolskaFolia, "Ewa Sobczak", "Customer Service"),
        (DemoCast.Kartonwerk, "Uwe Findeisen", "Customer Service"),
        (DemoCast.Etiketten, "Birte Harms", "Sales"),
        (DemoCast.CoolPack, "Malin Östergren", "Customer Service"),
        (DemoCast.CoolPack, "Jonas Wikander", "Logistics"),
        (DemoCast.Tapex, "Pieter Claessens", "Key Account Manager"),
    ];

    /// <summary>Customers whose invoices go to a mailbox of their own.</summary>
    public static readonly IReadOnlyList<string> Invoiced = [DemoCast.Nordlicht, DemoCast.VanHouten, DemoCast.Castellan, DemoCast.Kessler, DemoCast.Dorne];
}
