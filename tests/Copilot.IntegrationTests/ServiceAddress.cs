namespace Copilot.IntegrationTests;

/// <summary>
/// Where a real service is, as the test run says: <c>COPILOT_TEST_…_URL</c>, or <c>COPILOT_TEST_…_MISSING</c> with the reason
/// it could not be brought up. At home a missing service is skipped; with <c>CI=true</c> only a stated reason excuses it.
/// </summary>
internal sealed record ServiceAddress(string? Value, string? MissingBecause)
{
    /// <summary>Reads the environment for one service, for example <c>ODOO14</c>.</summary>
    public static ServiceAddress Of(string service)
    {
        if (Environment.GetEnvironmentVariable($"COPILOT_TEST_{service}_URL") is { Length: > 0 } value)
        {
            return new(value, null);
        }

        if (Environment.GetEnvironmentVariable($"COPILOT_TEST_{service}_MISSING") is { Length: > 0 } reason)
        {
            return new(null, reason);
        }

        return Environment.GetEnvironmentVariable("CI") == "true"
            ? throw new InvalidOperationException($"{service} is neither there (COPILOT_TEST_{service}_URL) nor excused (COPILOT_TEST_{service}_MISSING).")
            : new(null, $"COPILOT_TEST_{service}_URL is not set; tests/run.sh sets it.");
    }
}
