using Copilot.Contracts;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>When a rule of the file speaks. What is left out (null) matches everything; all that is there must match.</summary>
internal sealed record ToolCondition
{
    /// <summary>Tool names, or the beginning of names with a star: <c>odoo.*</c>.</summary>
    public IReadOnlyList<string>? Tools { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Companies by name.</summary>
    public IReadOnlyList<string>? Companies { get; init; }

    public bool? Writes { get; init; }

    /// <summary>Speaks when more money than this is at stake.</summary>
    public decimal? AmountAbove { get; init; }

    public IReadOnlyList<RiskClass>? Risks { get; init; }

    /// <summary>Signs of steering; empty means any sign.</summary>
    public IReadOnlyList<string>? Signals { get; init; }

    /// <summary>
    /// Whether the rule speaks of a call. Where it can't be known (a write whose amount or risk nobody stated, a call that names no company), a
    /// rule that closes the door speaks and one that opens it does not.
    /// </summary>
    /// <param name="question">The call.</param>
    /// <param name="opens">Whether the rule allows.</param>
    public bool Holds(PolicyQuestion question, bool opens)
        => (Tools is null || Tools.Any(t => Covers(t, question.Tool.Name)))
        && (Roles is null || question.Caller.Roles.Any(Roles.Contains))
        && (Companies is null || OfCompany(question, opens))
        && (Writes is null || Writes == question.Tool.Writes)
        && (AmountAbove is not { } limit || (question.Amount is { } amount ? amount > limit : question.Tool.Writes && !opens))
        && (Risks is null || (question.Risk is { } risk ? Risks.Contains(risk) : question.Tool.Writes && !opens))
        && (Signals is null || (Signals.Count == 0 ? question.Signals.Count > 0 : question.Signals.Any(Signals.Contains)));

    /// <summary>Whether this condition holds whenever another one does.</summary>
    public bool Includes(ToolCondition other)
        => Wider(Tools, other.Tools, (mine, its) => its.All(t => mine.Any(m => Covers(m, t))))
        && Wider(Roles, other.Roles, (mine, its) => its.All(mine.Contains))
        && Wider(Companies, other.Companies, (mine, its) => its.All(c => mine.Contains(c, StringComparer.OrdinalIgnoreCase)))
        && (Writes is null || Writes == other.Writes)
        && (AmountAbove is null || (other.AmountAbove is { } above && above >= AmountAbove))
        && Wider(Risks, other.Risks, (mine, its) => its.All(mine.Contains))
        && Wider(Signals, other.Signals, (mine, its) => mine.Count == 0 || (its.Count > 0 && its.All(mine.Contains)));

    private static bool Wider<T>(IReadOnlyList<T>? mine, IReadOnlyList<T>? its, Func<IReadOnlyList<T>, IReadOnlyList<T>, bool> covers)
        => mine is null || (its is not null && covers(mine, its));

    private static bool Covers(string pattern, string tool)
        => pattern.EndsWith('*') ? tool.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == tool;

    private bool OfCompany(PolicyQuestion question, bool opens)
    {
        // A call that names its companies is about those; any other is about all that the caller may see.
        var named = question.Companies;
        var about = named.Count > 0 ? named : [.. question.Caller.Companies.Select(c => c.Name)];
        return opens
            ? about.Count > 0 && about.All(c => Companies!.Contains(c, StringComparer.OrdinalIgnoreCase))
            : about.Count == 0 || about.Any(c => Companies!.Contains(c, StringComparer.OrdinalIgnoreCase));
    }
}
