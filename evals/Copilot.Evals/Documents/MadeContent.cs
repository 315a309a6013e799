namespace Copilot.Evals.Documents;

/// <summary>Makes up what documents say: suppliers of a building trade's distributor, its articles, its orders.</summary>
internal static class MadeContent
{
    private static readonly string[] Articles =
    [
        "Hex bolt M8x40 zinc plated", "Wood screw 4,5x60 mm TX20", "Cordless drill 18V 2x4Ah", "Safety gloves size 10", "LED panel 60x60 40W 4000K", "Cable H07RN-F 3G1.5 100 m ring", "Silicone sealant white 310 ml", "Angle bracket 90x90x65",
        "Hydraulic hose 1/2\" 2SN DN12", "Ball valve brass DN25 PN16", "Pallet jack 2500 kg", "Anchor bolt FAZ II 10/30", "Paint roller set 25 cm", "Work trousers navy 52", "Copper pipe 15x1 mm 5 m", "Stretch film 500 mm transparent", "Hard hat EN 397 yellow",
        "Circular saw blade 190x30 48 teeth with reinforced carbide tips for laminated boards", "Cleaning cloth roll blue 2-ply 500 sheets", "Extension lead IP44 25 m with residual current protection and four sockets",
    ];

    private static readonly Dictionary<string, (string[] Suppliers, string[] Streets, string[] Cities, string Vat)> Places = new()
    {
        ["US"] = (["Midwest Fasteners Inc.", "Great Lakes Tool Supply LLC", "Pacific Industrial Corp."], ["1200 Industrial Pkwy", "88 Commerce Drive", "455 W Lake Street"], ["Columbus, OH 43215", "Chicago, IL 60606", "Tacoma, WA 98402"], ""),
        ["GB"] = (["Northgate Fixings Ltd", "Harrow Tools Limited", "Severn Safety Supplies PLC"], ["Unit 4, Mill Lane", "27 Station Road", "9 Dock Street"], ["Leeds LS1 4AB", "Bristol BS1 6QF", "Hull HU1 2AB"], "GB123456789"),
        ["DE"] = (["Schraubenwerk Nordhausen GmbH", "Werkzeug Vogel KG", "Elektro Brandt GmbH & Co. KG"], ["Industriestraße 14", "Am Hafen 3", "Lindenweg 122"], ["99734 Nordhausen", "28195 Bremen", "70565 Stuttgart"], "DE811907980"),
        ["FR"] = (["Visserie du Rhône SARL", "Outillage Martin SAS", "Électricité Générale Dupont SA"], ["12 rue de la Gare", "45 avenue Jean Jaurès", "3 chemin des Vignes"], ["69007 Lyon", "33000 Bordeaux", "59000 Lille"], "FR40303265045"),
        ["ES"] = (["Tornillería Ibérica S.L.", "Suministros Levante S.A.", "Herramientas Duero S.L."], ["Calle Mayor 15", "Avenida de la Paz 102", "Polígono Sur 7"], ["28013 Madrid", "46001 Valencia", "47001 Valladolid"], "ESB58378431"),
        ["NL"] = (["Bevestiging Van Dijk B.V.", "De Gereedschapskamer B.V.", "Technische Unie Zuid N.V."], ["Havenweg 21", "Industrieweg 8", "Stationsplein 1"], ["3089 JG Rotterdam", "5651 GH Eindhoven", "1012 AB Amsterdam"], "NL004495445B01"),
        ["IT"] = (["Bulloneria Lombarda S.r.l.", "Utensileria Rossi S.p.A.", "Elettroforniture Bianchi S.r.l."], ["Via Garibaldi 33", "Viale Europa 110", "Via dell'Industria 5"], ["20121 Milano", "10122 Torino", "40128 Bologna"], "IT00743110157"),
    };

    private static readonly Dictionary<string, string> Ibans = new()
    {
        ["US"] = "DE89370400440532013000", ["GB"] = "GB29NWBK60161331926819", ["DE"] = "DE89370400440532013000", ["FR"] = "FR1420041010050500013M02606", ["ES"] = "ES9121000418450200051332", ["NL"] = "NL91ABNA0417164300", ["IT"] = "IT60X0542811101000000123456",
    };

    /// <summary>Makes one.</summary>
    public static MadeDocument Make(MadeLanguage language, string type, Random chance)
    {
        var country = language.Culture[3..];
        var place = Places[country];
        MadeParty Party(string name, string vat) => new(name, Pick(place.Streets), Pick(place.Cities), vat);
        var rates = country switch { "US" => new[] { 8m }, "GB" => [20m], "DE" => [19m, 7m], "FR" => [20m, 5.5m], "ES" => [21m, 10m], "NL" => [21m, 9m], _ => [22m, 10m] };
        var two = rates.Length > 1 && chance.Next(4) == 0;
        var count = chance.Next(5) == 0 ? chance.Next(20, 60) : chance.Next(1, 9);
        var lines = Enumerable.Range(0, count).Select(i => new MadeLine(
            $"{(char)('A' + chance.Next(26))}{(char)('A' + chance.Next(26))}-{chance.Next(1000, 99999)}", Pick(Articles), chance.Next(6) == 0 ? chance.Next(1, 200) + 0.5m : chance.Next(1, 400), Pick(["pcs", "EA", "box", "m", "kg"]),
            Math.Round((decimal)Math.Exp((chance.NextDouble() * 7) - 1), 2), chance.Next(5) == 0 ? 5 * chance.Next(1, 5) : 0, two && i % 3 == 1 ? rates[1] : rates[0])).ToList();
        var date = new DateOnly(2026, 1, 1).AddDays(chance.Next(300));
        return new MadeDocument
        {
            Type = type,
            Language = language,
            Number = Pick(["{0}", "RE-{0}", "2026-{0}", "INV{0}", "26/{0}", "F{0}-A"]).Replace("{0}", chance.Next(1000, 999999).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Date = date,
            Due = date.AddDays(Pick([10, 14, 30, 45])),
            OrderReference = Pick(["PO{0}", "P0{0}", "45{0}"]).Replace("{0}", chance.Next(10000, 99999).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Supplier = Party(Pick(place.Suppliers), place.Vat),
            Buyer = new MadeParty(country == "US" ? "Harbor Distribution Inc." : "Harbor Distribution GmbH", Pick(place.Streets), Pick(place.Cities), string.Empty),
            Lines = lines,
            Net = lines.Sum(l => l.Amount),
            Tax = lines.GroupBy(l => l.Rate).Sum(g => Math.Round(g.Sum(l => l.Amount) * g.Key / 100, 2, MidpointRounding.AwayFromZero)),
            Iban = Ibans[country],
        };

        T Pick<T>(T[] from) => from[chance.Next(from.Length)];
    }
}
