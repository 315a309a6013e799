using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>For which companies an answer out of the business system holds.</summary>
internal static class CompaniesCovered
{
    /// <summary>Says it when there are several and the answer names none of them. A telephone number or an address holds whatever the companies are; figures do not.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="evidence">What the answer stands on. Passages and documents hold for whom they name.</param>
    /// <param name="texts">What the answer says.</param>
    /// <returns>A sentence; null when there is nothing to say.</returns>
    public static string? Of(Caller caller, IEnumerable<Evidence> evidence, IEnumerable<string> texts)
        => caller.Companies.Count > 1
            && evidence.Any(e => e.Kind is EvidenceKind.Calculation || (e.Kind is EvidenceKind.Record && (e.Facts.Count == 0 || e.Facts.Any(f => f.Kind is not (FactKind.Text or FactKind.Code or FactKind.Date or FactKind.DateTime)))))
            && !texts.Any(t => caller.Companies.Any(c => t.Contains(c.Name, StringComparison.OrdinalIgnoreCase)))
            ? new OwnWords(caller.Language).LookedIn([.. caller.Companies.Select(c => c.Name)])
            : null;
}
