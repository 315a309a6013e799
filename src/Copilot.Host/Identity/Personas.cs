using Copilot.Contracts;

namespace Copilot.Host.Identity;

/// <summary>The people of the demo company.</summary>
internal static class Personas
{
    private static readonly CompanyRef Industrial = new(1, "Meridian Industrial Supply");
    private static readonly CompanyRef Packaging = new(2, "Meridian Packaging");

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new(RoleNames.SalesRep, "Sofia Marin", [Industrial]),
        new(RoleNames.WarehouseSupervisor, "Bram de Wit", [Industrial]),
        new(RoleNames.ServiceAgent, "Lena Vogt", [Industrial, Packaging]),
        new(RoleNames.Purchaser, "Tomás Ferreira", [Industrial, Packaging]),
        new(RoleNames.Accountant, "Claire Dubois", [Industrial, Packaging]),
        new(RoleNames.OperationsManager, "Henrik Aalto", [Industrial, Packaging]),
        new(RoleNames.Auditor, "Nadia Petrova", [Industrial, Packaging]),
    ];

    /// <summary>Finds one by name.</summary>
    /// <param name="name">The persona's name.</param>
    /// <returns>The persona, or null when there is none of that name.</returns>
    public static Persona? Find(string? name) => All.FirstOrDefault(persona => persona.Name == name);
}
