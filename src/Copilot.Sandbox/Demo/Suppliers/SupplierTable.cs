namespace Copilot.Sandbox.Demo.Suppliers;

/// <summary>The forty suppliers; the first ten have agreements.</summary>
internal static class SupplierTable
{
    public static readonly IReadOnlyList<Supplier> All =
    [
        new(DemoCast.Shenhua, "Ningbo", "CN", "GLV PPE", 42, 0.62, 6.5, 30),
        new(DemoCast.Rheintal, "Rheinfelden", "DE", "ADH", 14, 0.04, 1.0, 34),
        new(DemoCast.Lombard, "Brescia", "IT", "FST", 21, 0.40, 5.0, 32, GettingLater: true),
        new(DemoCast.DeltaChem, "Tarragona", "ES", "CLN", 18, 0.22, 3.0, 34),
        new(DemoCast.Kugel, "Schweinfurt", "DE", "BRG", 30, 0.12, 2.0, 26),
        new(DemoCast.PolskaFolia, "Bydgoszcz", "PL", "FLM", 12, 0.25, 2.5, 44),
        new(DemoCast.Kartonwerk, "Zwickau", "DE", "BOX", 7, 0.05, 1.0, 60),
        new(DemoCast.Etiketten, "Lübeck", "DE", "LBL", 10, 0.10, 1.5, 44),
        new(DemoCast.CoolPack, "Gävle", "SE", "CCP", 15, 0.28, 3.0, 36),
        new(DemoCast.Tapex, "Mechelen", "BE", "TAP", 9, 0.08, 1.2, 50),
        new("Handschutz Ostertal GmbH", "Chemnitz", "DE", "GLV", 12, 0.10, 1.5, 20),
        new("Lankara Rubber Ltd", "Cork", "IE", "GLV", 35, 0.30, 4.0, 18),
        new("Protecta Norte SL", "Vigo", "ES", "PPE", 16, 0.15, 2.0, 18),
        new("Vistaguard Optics Ltd", "Derby", "GB", "PPE", 14, 0.12, 2.0, 16),
        new("Sécuritex SARL", "Troyes", "FR", "PPE GLV", 18, 0.20, 2.5, 18),
        new("Colles du Rhône SAS", "Valence", "FR", "ADH", 10, 0.08, 1.5, 20),
        new("Bondwell Chemicals Ltd", "Hull", "GB", "ADH", 16, 0.18, 2.0, 18),
        new("Sigilla Adesivi Srl", "Modena", "IT", "ADH", 20, 0.25, 3.0, 16),
        new("Schraubenhof Sauerland KG", "Iserlohn", "DE", "FST", 12, 0.08, 1.5, 22),
        new("Norrland Fästteknik AB", "Umeå", "SE", "FST", 18, 0.14, 2.0, 16),
        new("Ferrolink Trading BV", "Venlo", "NL", "FST", 28, 0.32, 4.0, 18),
        new("Puraline Chemie NV", "Genk", "BE", "CLN", 9, 0.09, 1.5, 22),
        new("Limpia Atlántica SL", "Gijón", "ES", "CLN", 15, 0.20, 2.0, 16),
        new("Chemosvit Moravia s.r.o.", "Olomouc", "CZ", "CLN", 17, 0.22, 2.5, 16),
        new("Rotastal Antriebe AG", "Olten", "CH", "BRG", 24, 0.10, 1.5, 18),
        new("Cuscinetti Padani Srl", "Piacenza", "IT", "BRG", 26, 0.24, 3.0, 16),
        new("Veldkamp Aandrijftechniek BV", "Deventer", "NL", "BRG", 14, 0.12, 1.5, 16),
        new("Foliotec Baltic OÜ", "Pärnu", "EE", "FLM", 16, 0.20, 2.0, 18),
        new("Emballex Films SAS", "Reims", "FR", "FLM", 11, 0.12, 1.5, 20),
        new("Wellboard Humber Ltd", "Goole", "GB", "BOX", 9, 0.15, 1.5, 22),
        new("Cartonajes Turia SL", "Sagunto", "ES", "BOX", 12, 0.16, 2.0, 18),
        new("Golfkarton Maasland BV", "Roermond", "NL", "BOX", 6, 0.08, 1.0, 24),
        new("Etikprint Vysočina s.r.o.", "Jihlava", "CZ", "LBL", 12, 0.15, 1.5, 18),
        new("Labelcraft Severn Ltd", "Gloucester", "GB", "LBL", 9, 0.10, 1.5, 18),
        new("Kylmäpakkaus Oy", "Oulu", "FI", "CCP", 18, 0.18, 2.0, 16),
        new("Isotherme Savoie SAS", "Chambéry", "FR", "CCP", 12, 0.12, 1.5, 18),
        new("Gelfrost Technik GmbH", "Passau", "DE", "CCP", 10, 0.10, 1.5, 18),
        new("Klebeband Franken GmbH", "Coburg", "DE", "TAP", 8, 0.07, 1.0, 22),
        new("Adhesivos Ebro SA", "Tudela", "ES", "TAP", 14, 0.18, 2.0, 16),
        new("Nastri Adriatici Srl", "Ancona", "IT", "TAP", 13, 0.20, 2.0, 16),
    ];
}
