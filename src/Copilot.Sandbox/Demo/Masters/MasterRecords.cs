namespace Copilot.Sandbox.Demo.Masters;

/// <summary>Writes what everything else points at, and keeps the ids.</summary>
internal sealed class MasterRecords
{
    private readonly Workbench bench;
    private readonly Dictionary<string, int> groups;

    private MasterRecords(Workbench bench)
    {
        this.bench = bench;
        bench.Add("res.currency", new() { ["name"] = "EUR", ["symbol"] = "€", ["full_name"] = "Euro", ["rounding"] = 0.01, ["decimal_places"] = 2, ["position"] = "after", ["active"] = true });
        Countries = StaffTable.Countries.ToDictionary(c => c.Code, c => bench.Add("res.country", new() { ["name"] = c.Name, ["code"] = c.Code }));
        groups = Named("res.groups", [.. StaffTable.Groups]);
        Tags = Named("crm.tag", DemoCast.CreditHoldTag, "Key account", "Rush", "Export");
        PartnerTags = Named("res.partner.category", "Class A", "Class B", "Class C", "Supplier");
        ActivityTypes = Named("mail.activity.type", "Email", "Call", "Meeting", "To-Do", "Upload Document", DemoCast.PickException, DemoCast.DocumentMissing);
        Named("crm.stage", "New", "Qualified", "Proposition", "Won");
        Units = WriteUnits();
        Terms = WriteTerms();
        WriteCompanies();
        Users = WriteUsers();
        Teams = [bench.Add("crm.team", new() { ["name"] = "Industrial Sales", ["company_id"] = 1 }), bench.Add("crm.team", new() { ["name"] = "Packaging Sales", ["company_id"] = 2 })];
        WriteLedger();
        Carriers = WriteCarriers();
    }

    public IReadOnlyDictionary<string, int> Countries { get; }

    public IReadOnlyDictionary<string, int> Tags { get; }

    public IReadOnlyDictionary<string, int> PartnerTags { get; }

    public IReadOnlyDictionary<string, int> ActivityTypes { get; }

    public IReadOnlyDictionary<string, int> Units { get; }

    /// <summary>Payment terms by number of days.</summary>
    public IReadOnlyDictionary<int, int> Terms { get; }

    /// <summary>User and partner id by login.</summary>
    public IReadOnlyDictionary<string, (int User, int Partner)> Users { get; }

    /// <summary>Sales teams, company 1 first.</summary>
    public IReadOnlyList<int> Teams { get; }

    public IReadOnlyList<int> Carriers { get; }

    public static MasterRecords Write(Workbench bench) => new(bench);

    public static int SaleTax(int company) => (company * 2) - 1;

    public static int PurchaseTax(int company) => company * 2;

    public static int SaleJournal(int company) => (company * 2) - 1;

    public static int PurchaseJournal(int company) => company * 2;

    private Dictionary<string, int> Named(string model, params string[] names)
        => names.ToDictionary(n => n, n => bench.Add(model, new() { ["name"] = n }));

    private Dictionary<string, int> WriteUnits()
    {
        var units = new Dictionary<string, int>();
        void Unit(string name, double factor, string? of)
            => units[name] = bench.Add("uom.uom", new()
            {
                ["name"] = name,
                ["factor"] = factor,
                ["relative_factor"] = factor,
                ["relative_uom_id"] = of is null ? null : units[of],
                ["rounding"] = 0.01,
                ["active"] = true,
            });
        Unit("Units", 1, null);
        Unit("Pair", 2, "Units");
        Unit("Roll", 1, null);
        Unit("Box", 1, null);
        Unit("Pallet", 40, "Box");
        Unit("kg", 1, null);
        Unit("L", 1, null);
        return units;
    }

    private Dictionary<int, int> WriteTerms()
    {
        var terms = new Dictionary<int, int>();
        foreach (var days in new[] { 0, 14, 30, 45, 60 })
        {
            var name = days == 0 ? "Immediate Payment" : $"{days} Days";
            terms[days] = bench.Add("account.payment.term", new() { ["name"] = name, ["active"] = true, ["sequence"] = 10, ["note"] = name });
            bench.Add("account.payment.term.line", new() { ["payment_id"] = terms[days], ["value"] = "percent", ["value_amount"] = 100.0, ["nb_days"] = days, ["delay_type"] = "days_after" });
        }

        return terms;
    }

    private void WriteCompanies()
    {
        Company(1, DemoCast.Industrial, "14 rue des Entrepôts", "69007", "Lyon", "FR", "+33 4 7255 0100", "FR61512345678");
        Company(2, DemoCast.Packaging, "Messe-Allee 28", "04356", "Leipzig", "DE", "+49 341 5550 200", "DE512345679");

        void Company(int id, string name, string street, string zip, string city, string country, string phone, string vat)
        {
            bench.Add("res.partner", new()
            {
                ["name"] = name,
                ["is_company"] = true,
                ["type"] = "contact",
                ["street"] = street,
                ["zip"] = zip,
                ["city"] = city,
                ["country_id"] = Countries[country],
                ["phone"] = phone,
                ["email"] = "office@meridian.example",
                ["vat"] = vat,
                ["active"] = true,
                ["commercial_partner_id"] = id,
                ["lang"] = "en_US",
            });
            bench.Add("res.company", new()
            {
                ["id"] = id,
                ["name"] = name,
                ["partner_id"] = id,
                ["currency_id"] = 1,
                ["country_id"] = Countries[country],
                ["street"] = street,
                ["zip"] = zip,
                ["city"] = city,
                ["phone"] = phone,
                ["email"] = "office@meridian.example",
                ["vat"] = vat,
                ["account_sale_tax_id"] = SaleTax(id),
                ["account_purchase_tax_id"] = PurchaseTax(id),
                ["security_lead"] = 0.0,
                ["po_double_validation"] = "two_step",
                ["po_double_validation_amount"] = 10000.0,
                ["quotation_validity_days"] = 30,
                ["resource_calendar_id"] = WorkingTimes.Write(bench, id, country),
            });
        }
    }

    private Dictionary<string, (int User, int Partner)> WriteUsers()
    {
        var users = new Dictionary<string, (int, int)>();
        var id = 2;
        foreach (var (login, name, companies, memberOf, job) in StaffTable.All)
        {
            var email = $"{login}@meridian.example";
            var partner = bench.Add("res.partner", new()
            {
                ["name"] = name,
                ["is_company"] = false,
                ["type"] = "contact",
                ["function"] = job,
                ["email"] = email,
                ["parent_id"] = companies[0],
                ["commercial_partner_id"] = companies[0],
                ["active"] = true,
                ["lang"] = "en_US",
            });
            bench.Add("res.users", new()
            {
                ["id"] = id,
                ["login"] = login,
                ["password"] = login,
                ["name"] = name,
                ["email"] = email,
                ["partner_id"] = partner,
                ["company_id"] = companies[0],
                ["company_ids"] = companies,
                ["group_ids"] = memberOf.Select(g => groups[g]).ToArray(),
                ["lang"] = "en_US",
                ["tz"] = "Europe/Paris",
                ["active"] = true,
                ["share"] = false,
                ["notification_type"] = "email",
            });
            users[login] = (id, partner);
            id++;
        }

        return users;
    }

    private void WriteLedger()
    {
        for (var company = 1; company <= 2; company++)
        {
            bench.Add("account.tax", new() { ["name"] = "20%", ["type_tax_use"] = "sale", ["amount_type"] = "percent", ["amount"] = 20.0, ["company_id"] = company, ["active"] = true });
            bench.Add("account.tax", new() { ["name"] = "20%", ["type_tax_use"] = "purchase", ["amount_type"] = "percent", ["amount"] = 20.0, ["company_id"] = company, ["active"] = true });
            bench.Add("account.journal", new() { ["name"] = "Customer Invoices", ["code"] = "INV", ["type"] = "sale", ["company_id"] = company, ["active"] = true });
            bench.Add("account.journal", new() { ["name"] = "Vendor Bills", ["code"] = "BILL", ["type"] = "purchase", ["company_id"] = company, ["active"] = true });
        }

        bench.Add("account.account", new() { ["code"] = "707000", ["name"] = "Sales of goods", ["account_type"] = "income" });
        bench.Add("account.account", new() { ["code"] = "607000", ["name"] = "Purchases of goods", ["account_type"] = "expense_direct_cost" });
        bench.Add("account.account", new() { ["code"] = "411000", ["name"] = "Customers", ["account_type"] = "asset_receivable" });
        bench.Add("account.account", new() { ["code"] = "401000", ["name"] = "Suppliers", ["account_type"] = "liability_payable" });
    }

    private List<int> WriteCarriers()
        => [.. new[] { ("Alpine Express 24 h", 24.0), ("Northline Freight", 58.0), ("Pallet Network EU", 95.0), ("Cold Chain Courier", 42.0) }
            .Select(c => bench.Add("delivery.carrier", new() { ["name"] = c.Item1, ["fixed_price"] = c.Item2, ["delivery_type"] = "fixed", ["active"] = true }))];
}
