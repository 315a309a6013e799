namespace Copilot.Sandbox.Demo.Suppliers;

/// <summary>Where the suppliers with agreements are, and their tax numbers; of the others the house keeps the city alone.</summary>
internal static class SupplierSeats
{
    private static readonly Dictionary<string, (string Street, string Zip, string Vat)> Seats = new()
    {
        [DemoCast.Shenhua] = ("188 Jinshan Road", "315000", "CN91330200555"),
        [DemoCast.Rheintal] = ("Salzwerkstraße 4", "79618", "DE555310442"),
        [DemoCast.Lombard] = ("Via delle Trafile 22", "25124", "IT05550310982"),
        [DemoCast.DeltaChem] = ("Polígono Sur 31", "43006", "ESA55503310"),
        [DemoCast.Kugel] = ("Walzengasse 9", "97424", "DE555871204"),
        [DemoCast.PolskaFolia] = ("ul. Foliowa 16", "85-461", "PL5550331047"),
        [DemoCast.Kartonwerk] = ("Wellpappenring 2", "08056", "DE555204617"),
        [DemoCast.Etiketten] = ("Haftweg 11", "23560", "DE555640288"),
        [DemoCast.CoolPack] = ("Isvägen 7", "802 57", "SE555010331001"),
        [DemoCast.Tapex] = ("Kleefstraat 40", "2800", "BE0555310428"),
    };

    public static (string Street, string Zip, string Vat)? Of(string supplier) => Seats.TryGetValue(supplier, out var seat) ? seat : null;
}
