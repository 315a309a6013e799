namespace Copilot.Sandbox.Demo.Masters;

/// <summary>Who works at the practice company: login (also the password), name, companies, groups, job.</summary>
internal static class StaffTable
{
    public static readonly IReadOnlyList<(string Login, string Name, int[] Companies, string[] Groups, string Job)> All =
    [
        ("admin", "Administrator", [1, 2], ["Settings / Administrator"], "Administrator"),
        ("sales-rep", "Sofia Marin", [1], ["Sales / Own Documents"], "Sales representative"),
        ("warehouse-supervisor", "Bram de Wit", [1], ["Inventory / Manager"], "Warehouse supervisor"),
        ("service-agent", "Lena Vogt", [1, 2], ["Helpdesk / User"], "Service agent"),
        ("purchaser", "Tomás Ferreira", [1, 2], ["Purchase / User"], "Purchaser"),
        ("accountant", "Claire Dubois", [1, 2], ["Invoicing / Accountant"], "Accountant"),
        ("operations-manager", "Henrik Aalto", [1, 2], ["Operations / Manager"], "Operations manager"),
        ("auditor", "Nadia Petrova", [1, 2], ["Audit / Reader"], "Internal auditor"),
        ("marc.lefevre", "Marc Lefèvre", [1], ["Sales / Own Documents"], "Sales representative"),
        ("anneke.visser", "Anneke Visser", [1], ["Sales / Own Documents"], "Sales representative"),
        ("jonas.brandt", "Jonas Brandt", [2], ["Sales / Own Documents"], "Sales representative"),
    ];

    public static readonly IReadOnlyList<string> Groups =
    [
        "Sales / Own Documents", "Sales / All Documents", "Inventory / Manager", "Helpdesk / User", "Purchase / User",
        "Invoicing / Accountant", "Operations / Manager", "Audit / Reader", "Settings / Administrator",
    ];

    public static readonly IReadOnlyList<(string Code, string Name)> Countries =
    [
        ("FR", "France"), ("DE", "Germany"), ("NL", "Netherlands"), ("BE", "Belgium"), ("GB", "United Kingdom"), ("IT", "Italy"),
        ("ES", "Spain"), ("CH", "Switzerland"), ("NO", "Norway"), ("EE", "Estonia"), ("PL", "Poland"), ("SE", "Sweden"),
        ("AT", "Austria"), ("DK", "Denmark"), ("PT", "Portugal"), ("CZ", "Czechia"), ("FI", "Finland"), ("IE", "Ireland"), ("CN", "China"),
    ];
}
