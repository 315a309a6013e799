namespace Copilot.Sandbox.Demo.Customers;

/// <summary>Agreed prices: customer, company, share off everything, fixed prices as <c>code=price@from quantity</c>.</summary>
internal static class AgreementTable
{
    public static readonly IReadOnlyList<(string Customer, int Company, decimal Discount, string Items)> All =
    [
        (DemoCast.Nordlicht, 1, 0.09m, "GLV-NIT-L=6.40@100;GLV-NIT-M=6.40@100;GLV-VIN-L=4.20@100;TAP-PP48-66=1.32@180;FLM-STR-23=8.45;PPE-MSK-FFP2=12.60"),
        (DemoCast.Aurelia, 1, 0.08m, "CCP-EPS-12=6.10;CCP-GEL-500=0.84@100;CLN-DIS-5L=23.90;GLV-NIT-M=6.60"),
        (DemoCast.VanHouten, 1, 0.10m, "BOX-DW-400=1.24@500;BOX-FCT-M=0.99@200;TAP-PP48-66=1.35;LBL-TT-100=7.80"),
        (DemoCast.Castellan, 1, 0.10m, "BRG-6204-2RS=3.95;BRG-6205-2RS=4.90;FST-HEX-M8=16.20;ADH-THR-B50=25.90"),
        (DemoCast.Kessler, 2, 0.10m, "FLM-STR-23=8.30@24;FLM-MAC-23=39.90;BOX-DW-400=1.22@500;TAP-PP48-66=1.30"),
        (DemoCast.Fjordline, 2, 0.09m, "CCP-EPS-12=5.95@50;CCP-EPS-20=8.40@50;CCP-GEL-500=0.82@200;CCP-GEL-1000=1.40"),
    ];
}
