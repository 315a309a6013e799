namespace Copilot.Sandbox.Demo.Customers;

/// <summary>The customers that have agreements or a part in today's events.</summary>
internal static class CustomerTable
{
    public static readonly IReadOnlyList<CustomerRow> Key =
    [
        new(DemoCast.Nordlicht, "Hamburg", "20457", "DE", "Am Speicherkai 18", 'A', "sales-rep", "GLV PPE TAP FLM CLN", "LYO", 17, 4.2, 30, 3, 180000),
        new(DemoCast.Aurelia, "Lyon", "69003", "FR", "6 cours des Sources", 'A', "sales-rep", "CCP GLV PPE CLN", "LYO", 12, 2.0, 30, 0, 120000),
        new(DemoCast.VanHouten, "Amsterdam", "1043 BX", "NL", "Kakaokade 44", 'A', "marc.lefevre", "BOX TAP LBL FLM", "RTM", 13, 2.2, 45, 4, 150000),
        new(DemoCast.Brackwater, "Southampton", "SO14 3XE", "GB", "Dock Gate 9", 'B', "sales-rep", "FST ADH CLN GLV", "LYO", 5, 1.2, 30, 6, 40000),
        new(DemoCast.Castellan, "Torino", "10135", "IT", "Via della Fucina 71", 'A', "marc.lefevre", "BRG FST ADH GLV CLN", "LYO", 13, 2.0, 60, 8, 200000),
        new(DemoCast.Helvetia, "Winterthur", "8400", "CH", "Feinwerkstrasse 12", 'B', "anneke.visser", "BRG FST ADH GLV", "LYO", 5, 1.1, 30, -2, 60000),
        new(DemoCast.Orchard, "Bristol", "BS2 0XJ", "GB", "Cider Press Lane 3", 'B', "anneke.visser", "GLV TAP CLN ADH LBL", "LYO", 5, 1.0, 30, 5, 45000),
        new(DemoCast.Kessler, "Leipzig", "04158", "DE", "Gleisdreieck 7", 'A', "jonas.brandt", "FLM BOX TAP LBL", "LEJ", 14, 2.4, 30, 2, 160000),
        new(DemoCast.Iberica, "Valencia", "46024", "ES", "Carrer del Moll 15", 'B', "jonas.brandt", "BOX TAP LBL", "LEJ", 6, 1.2, 60, 12, 60000),
        new(DemoCast.Fjordline, "Bergen", "5003", "NO", "Fiskebrygga 2", 'A', "jonas.brandt", "CCP BOX FLM LBL", "LEJ", 13, 2.3, 30, 1, 140000),
        new(DemoCast.Baltic, "Tallinn", "10151", "EE", "Sadama põik 5", 'C', "sales-rep", "FST GLV ADH TAP", "LYO", 0, 0.8, 30, 9, 15000),
        new(DemoCast.Quillmark, "Leeds", "LS9 8AG", "GB", "Press Yard 21", 'C', "sales-rep", "LBL TAP BOX", "RTM", 1.6, 0.7, 30, 4, 12000),
        new(DemoCast.Dorne, "Antwerp", "2030", "BE", "Havenlaan 201", 'B', "sales-rep", "GLV TAP FST CLN", "LYO", 5, 1.1, 30, 7, 50000),
    ];

    /// <summary>Where generated customers are: country, share of company 1, invented stems, trades with legal form, cities with postcode.</summary>
    public static readonly IReadOnlyList<(string Country, string[] Stems, string[] Trades, string[] Cities)> Regions =
    [
        ("DE", ["Althoff", "Brückfeld", "Dornwald", "Eschbach", "Falkenried"], ["Maschinenbau GmbH", "Versand GmbH", "Feinkost KG", "Medizintechnik GmbH"], ["Dresden 01067", "Kassel 34117", "Bremen 28195", "Ulm 89073"]),
        ("FR", ["Valmére", "Montclar", "Beaurive", "Saint-Orens", "Clairvaux"], ["Logistique SAS", "Industries SA", "Surgelés SARL", "Optique SAS"], ["Grenoble 38000", "Nantes 44000", "Lille 59000", "Dijon 21000"]),
        ("NL", ["Oosterdijk", "Waterlandt", "Hollebeek", "Zandvoorde"], ["Bloemen BV", "Techniek BV", "Distributie BV", "Zuivel BV"], ["Utrecht 3511 AA", "Breda 4811 AB", "Zwolle 8011 AC"]),
        ("BE", ["Terlanen", "Roosbeke", "Damhaute"], ["Chemie NV", "Textiel BV", "Bouw NV"], ["Gent 9000", "Liège 4000", "Leuven 3000"]),
        ("GB", ["Ashcombe", "Thornbury", "Penwith", "Larkhill", "Millgate"], ["Engineering Ltd", "Bakeries Ltd", "Packaging Ltd", "Joinery Ltd"], ["Sheffield S3 8DB", "Norwich NR1 3QG", "Cardiff CF10 4UW"]),
        ("IT", ["Bellaria", "Montefosco", "Roccalba", "Valtorta"], ["Meccanica Srl", "Dolciumi SpA", "Ceramiche Srl"], ["Bologna 40121", "Verona 37121", "Parma 43121"]),
        ("ES", ["Almendral", "Riosol", "Pinarejo"], ["Conservas SL", "Metal SA", "Cosmética SL"], ["Zaragoza 50001", "Bilbao 48001", "Murcia 30001"]),
        ("PL", ["Borowiec", "Jeziorna", "Sokolnik"], ["Meble Sp. z o.o.", "Serwis Sp. z o.o.", "Mleczarnia Sp. z o.o."], ["Poznań 60-101", "Łódź 90-001", "Gdańsk 80-001"]),
        ("SE", ["Granvik", "Björkholm", "Stenarp"], ["Verkstad AB", "Handel AB", "Livs AB"], ["Malmö 211 20", "Örebro 702 10"]),
        ("DK", ["Vesterlund", "Skovbjerg"], ["Møbler A/S", "Mejeri A/S", "Teknik A/S"], ["Aarhus 8000", "Odense 5000"]),
        ("AT", ["Hochkogel", "Traunfeld"], ["Anlagenbau GmbH", "Naturkost GmbH", "Werkzeuge GmbH"], ["Graz 8010", "Linz 4020"]),
        ("CH", ["Rotenfluh", "Aarmatt"], ["Apparate AG", "Pharma AG", "Käserei AG"], ["Bern 3011", "Luzern 6003"]),
        ("CZ", ["Horavice", "Lipnice"], ["Strojírna s.r.o.", "Sklo s.r.o.", "Obaly s.r.o."], ["Brno 602 00", "Plzeň 301 00"]),
        ("FI", ["Koivuranta", "Lahtela"], ["Paja Oy", "Leipomo Oy", "Kala Oy"], ["Tampere 33100", "Turku 20100"]),
        ("PT", ["Ribalonga", "Serrazul"], ["Calçado Lda", "Vinhos Lda", "Moldes Lda"], ["Porto 4000-001", "Braga 4700-001"]),
        ("IE", ["Ballyfern", "Glenmoyle"], ["Foods Ltd", "Devices Ltd", "Timber Ltd"], ["Cork T12 W8KN", "Galway H91 E2K3"]),
    ];

    public static readonly IReadOnlyList<string> FirstNames = ["Anna", "Bruno", "Carla", "David", "Elena", "Filip", "Greta", "Hugo", "Ines", "Jan", "Katrin", "Luca", "Mara", "Nils", "Olga", "Paul", "Rosa", "Simon", "Tilda", "Viktor"];

    public static readonly IReadOnlyList<string> LastNames = ["Almgren", "Bertoldi", "Carrick", "Delvaux", "Engberg", "Fontanet", "Gruber", "Halloran", "Ivarsson", "Janota", "Kowalik", "Lindqvist", "Moretto", "Noack", "Oliveira", "Pescador", "Quist", "Rademaker", "Sorel", "Tveit"];

    public static readonly IReadOnlyList<string> Functions = ["Buyer", "Head of Purchasing", "Warehouse Lead", "Accounts Payable", "Production Planner"];

    /// <summary>What generated customers of a company buy; each gets one of these.</summary>
    public static readonly IReadOnlyList<string[]> Baskets =
    [
        ["GLV PPE CLN TAP", "FST ADH GLV BRG", "BOX TAP LBL FLM", "ADH FST CLN", "CCP GLV LBL", "GLV TAP FLM CLN", "BRG FST CLN"],
        ["BOX TAP FLM LBL", "CCP BOX LBL", "FLM TAP BOX", "LBL BOX TAP"],
    ];
}
