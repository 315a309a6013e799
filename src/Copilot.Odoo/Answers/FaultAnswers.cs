using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Answers;

/// <summary>What people are told when Odoo refuses or does not answer.</summary>
internal static class FaultAnswers
{
    /// <summary>The result that ends the call; null for a fault that is nobody's to act on.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="area">What the caller needs a right to: "sales orders and stock".</param>
    public static ToolResult? Of(OdooFault fault, string area) => fault switch
    {
        OdooFault.AccessDenied => Denied(area),
        OdooFault.LoginRefused => new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Odoo refused your login. Ask your administrator to check the account this service uses for you." },
        OdooFault.TimedOut => new ToolResult { Outcome = ToolOutcome.TimedOut, Found = false, Reason = "Odoo did not answer in time. Try again in a moment." },
        OdooFault.Unreachable => new ToolResult { Outcome = ToolOutcome.Failed, Found = false, Reason = "Odoo cannot be reached right now. Try again in a moment." },
        _ => null,
    };

    /// <summary>The caller's account may not read something.</summary>
    /// <param name="area">What.</param>
    public static ToolResult Denied(string area) => new() { Outcome = ToolOutcome.Denied, Found = false, Reason = $"Your account may not read {area} in Odoo." };
}
