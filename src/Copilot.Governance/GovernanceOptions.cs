namespace Copilot.Governance;

/// <summary>Promises about the lock and the logbook.</summary>
public sealed class GovernanceOptions
{
    /// <summary>
    /// Gets or sets the file that holds the key which seals the head of the audit chain (32 random bytes, made at first start, readable by the
    /// service only). Without it <c>audit verify</c> can't prove that the newest entries are still there. Keep it away from the database's backups.
    /// </summary>
    public string SealKeyFile { get; set; } = "data/audit.key";

    /// <summary>
    /// Gets or sets the file in which this node remembers the newest entry of the audit chain it has seen, so that a chain turned back to an older end is found.
    /// Not in the database and not with its backups. When it can't be written, the memory of the process has to do, and the log says so.
    /// </summary>
    public string WitnessFile { get; set; } = "data/audit.witness";

    /// <summary>Gets or sets the most characters a question may have; 1 to 100,000, default 8,000. Longer questions are refused with a clear text.</summary>
    public int MaxQuestionLength { get; set; } = 8000;

    /// <summary>
    /// Gets or sets the hosts (and ports, as in a URL) that links in answers may lead to, besides relative links. Default none; Host adds Odoo's.
    /// A link elsewhere is shown as text, so that an answer can't carry data out.
    /// </summary>
    public IList<string> AllowedLinkHosts { get; set; } = [];

    /// <summary>Gets or sets the file of the policies; default <c>policies/policies.yaml</c>. Without it, or with a mistake in it, nothing starts.</summary>
    public string PoliciesFile { get; set; } = "policies/policies.yaml";

    /// <summary>Gets or sets how many questions one caller may ask in a minute over all nodes; 1 to 100,000, default 1,200. More are refused with a clear text.</summary>
    public int QuestionsPerMinute { get; set; } = 1200;

    /// <summary>Gets or sets the service's own secrets, which no answer may hold. Default none; Host adds what is configured. Those of fewer than 12 characters are not looked for.</summary>
    public IList<string> KnownSecrets { get; set; } = [];

    /// <summary>Gets or sets the address under which people reach this service, for the links that actions leave in the business system; default <c>http://localhost:5080</c>.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>Lists everything that is wrong, each with key, value found and repair.</summary>
    /// <returns>The faults; empty when all is well.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(SealKeyFile))
        {
            faults.Add("Copilot__Governance__SealKeyFile is empty; give a file path, for example data/audit.key.");
        }

        if (string.IsNullOrWhiteSpace(WitnessFile))
        {
            faults.Add("Copilot__Governance__WitnessFile is empty; give a file path, for example data/audit.witness.");
        }

        if (MaxQuestionLength is < 1 or > 100_000)
        {
            faults.Add($"Copilot__Governance__MaxQuestionLength is {MaxQuestionLength}; give a number from 1 to 100000.");
        }

        if (QuestionsPerMinute is < 1 or > 100_000)
        {
            faults.Add($"Copilot__Limits__QuestionsPerMinute is {QuestionsPerMinute}; give a number from 1 to 100000.");
        }

        if (string.IsNullOrWhiteSpace(PoliciesFile))
        {
            faults.Add("Copilot__Governance__Policies is empty; give a file path, for example policies/policies.yaml.");
        }

        return faults;
    }
}
