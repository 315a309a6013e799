namespace Copilot.Governance.Policies;

/// <summary>One rule: pure, no I/O, no clock. Add one with a file in <c>Rules/</c>, a line in the setup and a row in <c>Rules.md</c>.</summary>
internal interface IPolicyRule
{
    /// <summary>The rule's name in the audit trail.</summary>
    string Name { get; }

    RuleVerdict Judge(PolicyQuestion question);
}
