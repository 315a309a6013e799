using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Reads partners and products, to understand what the copilot's own audit trail talks about.</summary>
internal static class Auditor
{
    public static void Define(AccessBook book)
        => book.Allow(GroupNames.Audit, Read, "res.partner", "product.product", "product.template", "product.category");
}
